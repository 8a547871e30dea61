-- AlterTable
ALTER TABLE "CoAuthor" ADD COLUMN     "toldAt" TIMESTAMPTZ(3);

-- Who was named before has been told, or could not be.
UPDATE "CoAuthor" SET "toldAt" = "addedAt";
