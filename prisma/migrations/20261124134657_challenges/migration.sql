-- AlterTable
ALTER TABLE "Idea" ADD COLUMN     "challengeId" INTEGER;

-- CreateTable
CREATE TABLE "Challenge" (
    "id" SERIAL NOT NULL,
    "labId" INTEGER NOT NULL,
    "chatId" INTEGER NOT NULL,
    "topicId" INTEGER,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'ideas',
    "problemId" INTEGER,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "nudgeAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Challenge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Challenge_endedAt_endsAt_idx" ON "Challenge"("endedAt", "endsAt");

-- CreateIndex
CREATE INDEX "Challenge_chatId_idx" ON "Challenge"("chatId");

-- CreateIndex
CREATE INDEX "Idea_challengeId_idx" ON "Idea"("challengeId");

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "Idea"("id") ON DELETE SET NULL ON UPDATE CASCADE;
