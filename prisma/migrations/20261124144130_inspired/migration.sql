-- AlterTable
ALTER TABLE "Idea" ADD COLUMN     "inspiredById" INTEGER;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_inspiredById_fkey" FOREIGN KEY ("inspiredById") REFERENCES "Idea"("id") ON DELETE SET NULL ON UPDATE CASCADE;
