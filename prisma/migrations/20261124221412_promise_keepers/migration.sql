-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "keeperId" INTEGER;

-- AlterTable
ALTER TABLE "Handover" ADD COLUMN     "promises" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
