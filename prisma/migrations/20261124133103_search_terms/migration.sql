-- AlterTable
ALTER TABLE "Idea" ADD COLUMN     "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "termsEdition" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Idea_terms_idx" ON "Idea" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "Idea_termsEdition_idx" ON "Idea"("termsEdition");
