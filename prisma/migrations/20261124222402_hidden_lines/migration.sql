-- AlterTable
ALTER TABLE "Line" ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false;

-- What anonymous authors said privately before.
UPDATE "Line" l SET hidden = true FROM "Idea" i, "Chat" c
WHERE i.id = l."ideaId" AND c.id = l."chatId" AND i.anonymous AND i."authorId" = l."personId" AND c.kind = 'private';
