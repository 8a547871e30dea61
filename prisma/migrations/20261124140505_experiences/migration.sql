-- CreateTable
CREATE TABLE "Experience" (
    "id" SERIAL NOT NULL,
    "labId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "termsEdition" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Experience_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Experience_labId_sharedAt_idx" ON "Experience"("labId", "sharedAt");

-- CreateIndex
CREATE INDEX "Experience_terms_idx" ON "Experience" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "Experience_termsEdition_idx" ON "Experience"("termsEdition");

-- AddForeignKey
ALTER TABLE "Experience" ADD CONSTRAINT "Experience_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Experience" ADD CONSTRAINT "Experience_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
