-- AlterTable
ALTER TABLE "Handover" ADD COLUMN     "briefedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Handover_toId_idx" ON "Handover"("toId");

-- Whoever was handed something before could press "Kirim ringkasan lagi".
UPDATE "Handover" SET "briefedAt" = "at";
