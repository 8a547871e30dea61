-- AlterTable
ALTER TABLE "Pulse" ADD COLUMN     "remindAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Idea_launchedAt_idx" ON "Idea"("launchedAt");

-- CreateIndex
CREATE INDEX "Pulse_remindAt_idx" ON "Pulse"("remindAt");

-- CreateIndex
CREATE INDEX "Pulse_answeredAt_idx" ON "Pulse"("answeredAt");
