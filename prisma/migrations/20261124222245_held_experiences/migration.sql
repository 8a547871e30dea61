-- AlterTable
ALTER TABLE "Experience" ADD COLUMN     "heldAt" TIMESTAMPTZ(3);
