import { DUE } from "./fill.ts";

/** What one statement, written by hand for nothing else, says of a lab's week; its ideas by their numbers. */
export type ByHand = {
  labId: number;
  ideas: number;
  votes: number;
  feedback: number;
  decisions: number;
  unanswered: number;
  fresh: number[];
  changed: number[];
};

const due = `timestamptz '${DUE.toISOString()}'`;
const from = `(${due} - interval '7 days')`;

/** The same figures for all labs that are due, in one statement. It knows that all their weeks began at one moment. */
export const byHand = `
  with idea as (
    select i.id, i."labId", i.number, i."postedAt",
      case when i."recordedById" is null then i."postedAt" else i."postedAt" + interval '24 hours' end as enters
    from "Lab" l join "Idea" i on i."labId" = l.id where i.state = 'posted' and l."periodTo" <= ${due}
  ), moved as (
    select i."labId", i.id, i.number, i.enters < ${from} as old, sum(votes) as votes, sum(feedback) as feedback,
      sum(decisions) as decisions, sum(votes + decisions + comments) as weight
    from (
      select "ideaId", 1 as votes, 0 as feedback, 0 as decisions, 0 as comments from "Vote"
        where "votedAt" >= ${from} and "votedAt" < ${due}
      union all select "ideaId", 0, 1, 0, 0 from "Feedback"
        where "withdrawnAt" is null and "givenAt" >= ${from} and "givenAt" < ${due}
      union all select "ideaId", 0, 0, 1, 0 from "Decision"
        where "undoneAt" is null and "decidedAt" >= ${from} and "decidedAt" < ${due}
      union all select "ideaId", 0, 0, 0, 1 from "Line"
        where "ideaId" is not null and "saidAt" >= ${from} and "saidAt" < ${due}
    ) m join idea i on i.id = m."ideaId" group by 1, 2, 3, 4
  ), sums as (
    select "labId", sum(votes)::int as votes, sum(feedback)::int as feedback, sum(decisions)::int as decisions,
      (array_agg(number order by weight desc, id desc) filter (where old and weight > 0))[:3] as changed
    from moved group by "labId"
  ), fresh as (
    select "labId", count(*)::int as ideas, (array_agg(number order by "postedAt" desc, id desc))[:5] as fresh
    from idea where enters >= ${from} and enters < ${due} group by "labId"
  ), waiting as (
    select "labId", count(*)::int as unanswered from idea i
    where not exists (select from "Feedback" f where f."ideaId" = i.id and f."withdrawnAt" is null) group by "labId"
  )
  select l.id as "labId", coalesce(ideas, 0) as ideas, coalesce(votes, 0) as votes, coalesce(feedback, 0) as feedback,
    coalesce(decisions, 0) as decisions, coalesce(unanswered, 0) as unanswered,
    coalesce(fresh, '{}') as fresh, coalesce(changed, '{}') as changed
  from "Lab" l left join sums s on s."labId" = l.id left join fresh f on f."labId" = l.id
    left join waiting w on w."labId" = l.id
  where l."periodTo" <= ${due} order by l.id`;
