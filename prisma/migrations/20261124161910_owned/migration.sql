-- AlterTable
ALTER TABLE "Idea" ADD COLUMN     "ownedAt" TIMESTAMPTZ(3);
