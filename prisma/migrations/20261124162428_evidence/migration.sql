-- AlterTable
ALTER TABLE "PlanItem" ADD COLUMN     "evidenceNote" TEXT;
