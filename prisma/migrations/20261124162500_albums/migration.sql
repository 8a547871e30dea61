-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "album" TEXT;

-- CreateIndex
CREATE INDEX "Attachment_album_idx" ON "Attachment"("album");
