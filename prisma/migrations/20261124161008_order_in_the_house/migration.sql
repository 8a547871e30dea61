-- AlterTable
ALTER TABLE "Follow" ADD COLUMN     "news" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "newsAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Idea" ADD COLUMN     "sentAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Follow_newsAt_idx" ON "Follow"("newsAt");
