-- AlterTable
ALTER TABLE "Summary" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0;
