-- AlterTable
ALTER TABLE "Update" ADD COLUMN     "asker" BIGINT;

-- CreateIndex
CREATE INDEX "Update_asker_receivedAt_idx" ON "Update"("asker", "receivedAt");
