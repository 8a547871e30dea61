-- AlterTable
ALTER TABLE "Follow" ADD COLUMN     "joinId" INTEGER;

-- AlterTable
ALTER TABLE "Vote" ADD COLUMN     "joinId" INTEGER;

-- CreateTable
CREATE TABLE "Join" (
    "id" SERIAL NOT NULL,
    "ideaId" INTEGER NOT NULL,
    "intoId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Join_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Join_ideaId_idx" ON "Join"("ideaId");

-- CreateIndex
CREATE INDEX "Join_intoId_idx" ON "Join"("intoId");

-- CreateIndex
CREATE INDEX "Follow_joinId_idx" ON "Follow"("joinId");

-- CreateIndex
CREATE INDEX "Vote_joinId_idx" ON "Vote"("joinId");

-- AddForeignKey
ALTER TABLE "Join" ADD CONSTRAINT "Join_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Join" ADD CONSTRAINT "Join_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Join" ADD CONSTRAINT "Join_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
