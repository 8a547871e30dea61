-- CreateIndex
CREATE INDEX "CoAuthor_personId_idx" ON "CoAuthor"("personId");
