-- AlterTable
ALTER TABLE "Idea" ADD COLUMN     "unitId" INTEGER;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "unitAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "unitId" INTEGER;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "printedName" TEXT;

-- CreateTable
CREATE TABLE "Unit" (
    "id" SERIAL NOT NULL,
    "labId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Unit_labId_key_key" ON "Unit"("labId", "key");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;
