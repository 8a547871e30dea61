-- AlterTable
ALTER TABLE "Chat" ADD COLUMN     "formerId" BIGINT;

-- AlterTable
ALTER TABLE "Outbox" ADD COLUMN     "replyIn" BIGINT;

-- CreateIndex
CREATE UNIQUE INDEX "Chat_formerId_key" ON "Chat"("formerId");
