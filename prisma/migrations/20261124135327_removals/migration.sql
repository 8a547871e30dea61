-- AlterTable
ALTER TABLE "Feedback" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Removal" (
    "id" SERIAL NOT NULL,
    "ideaId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Removal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Removal_ideaId_idx" ON "Removal"("ideaId");

-- AddForeignKey
ALTER TABLE "Removal" ADD CONSTRAINT "Removal_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Removal" ADD CONSTRAINT "Removal_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
