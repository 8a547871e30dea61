-- AlterTable
ALTER TABLE "Challenge" ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Chat" ADD COLUMN     "sparkOff" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Experience" ADD COLUMN     "failed" TEXT,
ADD COLUMN     "place" TEXT,
ADD COLUMN     "toldAt" TIMESTAMPTZ(3),
ADD COLUMN     "worked" TEXT;

-- AlterTable
ALTER TABLE "Idea" ADD COLUMN     "benefit" TEXT,
ADD COLUMN     "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "keeperId" INTEGER,
ADD COLUMN     "launchedAt" TIMESTAMPTZ(3),
ADD COLUMN     "result" TEXT,
ADD COLUMN     "sharedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Lab" ADD COLUMN     "admittedAt" TIMESTAMPTZ(3),
ADD COLUMN     "contact" TEXT,
ADD COLUMN     "dailyLimit" INTEGER NOT NULL DEFAULT 20,
ADD COLUMN     "screens" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "trustedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" SERIAL NOT NULL,
    "labId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "ideaId" INTEGER,
    "experienceId" INTEGER,
    "planItemId" INTEGER,
    "materialId" INTEGER,
    "kind" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "uniqueId" TEXT NOT NULL,
    "name" TEXT,
    "mime" TEXT,
    "bytes" INTEGER,
    "seconds" INTEGER,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "copiedAt" TIMESTAMPTZ(3),
    "copyFailures" INTEGER NOT NULL DEFAULT 0,
    "transcript" TEXT,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CoAuthor" (
    "ideaId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CoAuthor_pkey" PRIMARY KEY ("ideaId","personId")
);

-- CreateTable
CREATE TABLE "Material" (
    "id" SERIAL NOT NULL,
    "labId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "taughtOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Replication" (
    "id" SERIAL NOT NULL,
    "ideaId" INTEGER NOT NULL,
    "labId" INTEGER NOT NULL,
    "copyId" INTEGER,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Replication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" SERIAL NOT NULL,
    "labId" INTEGER NOT NULL,
    "ideaId" INTEGER,
    "personId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "remindAt" TIMESTAMPTZ(3),
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "keptAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pulse" (
    "id" SERIAL NOT NULL,
    "ideaId" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT,
    "reason" TEXT,
    "people" INTEGER,
    "personId" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Pulse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" SERIAL NOT NULL,
    "labId" INTEGER NOT NULL,
    "fromId" INTEGER NOT NULL,
    "toId" INTEGER NOT NULL,
    "facilitatorId" INTEGER NOT NULL,
    "roles" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Attachment_ideaId_idx" ON "Attachment"("ideaId");

-- CreateIndex
CREATE INDEX "Attachment_experienceId_idx" ON "Attachment"("experienceId");

-- CreateIndex
CREATE INDEX "Attachment_planItemId_idx" ON "Attachment"("planItemId");

-- CreateIndex
CREATE INDEX "Attachment_materialId_idx" ON "Attachment"("materialId");

-- CreateIndex
CREATE INDEX "Attachment_copiedAt_copyFailures_idx" ON "Attachment"("copiedAt", "copyFailures");

-- CreateIndex
CREATE INDEX "Material_labId_taughtOn_idx" ON "Material"("labId", "taughtOn");

-- CreateIndex
CREATE INDEX "Replication_labId_idx" ON "Replication"("labId");

-- CreateIndex
CREATE UNIQUE INDEX "Replication_ideaId_labId_key" ON "Replication"("ideaId", "labId");

-- CreateIndex
CREATE INDEX "Commitment_labId_idx" ON "Commitment"("labId");

-- CreateIndex
CREATE INDEX "Commitment_ideaId_idx" ON "Commitment"("ideaId");

-- CreateIndex
CREATE INDEX "Commitment_remindAt_idx" ON "Commitment"("remindAt");

-- CreateIndex
CREATE UNIQUE INDEX "Pulse_ideaId_days_key" ON "Pulse"("ideaId", "days");

-- CreateIndex
CREATE INDEX "Handover_labId_idx" ON "Handover"("labId");

-- CreateIndex
CREATE INDEX "Idea_unitId_idx" ON "Idea"("unitId");

-- CreateIndex
CREATE INDEX "Idea_keeperId_idx" ON "Idea"("keeperId");

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_keeperId_fkey" FOREIGN KEY ("keeperId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_experienceId_fkey" FOREIGN KEY ("experienceId") REFERENCES "Experience"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_planItemId_fkey" FOREIGN KEY ("planItemId") REFERENCES "PlanItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_materialId_fkey" FOREIGN KEY ("materialId") REFERENCES "Material"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoAuthor" ADD CONSTRAINT "CoAuthor_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoAuthor" ADD CONSTRAINT "CoAuthor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Replication" ADD CONSTRAINT "Replication_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Replication" ADD CONSTRAINT "Replication_copyId_fkey" FOREIGN KEY ("copyId") REFERENCES "Idea"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Replication" ADD CONSTRAINT "Replication_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Replication" ADD CONSTRAINT "Replication_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pulse" ADD CONSTRAINT "Pulse_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pulse" ADD CONSTRAINT "Pulse_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
