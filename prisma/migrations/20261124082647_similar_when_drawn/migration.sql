-- AlterTable
ALTER TABLE "Idea" DROP COLUMN "similar";
