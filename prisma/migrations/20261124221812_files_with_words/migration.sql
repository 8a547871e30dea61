-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "asComment" BOOLEAN NOT NULL DEFAULT false;
