import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial0002 implements MigrationInterface {
  name = 'Initial0000000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "audit_event" ("id" uuid NOT NULL DEFAULT uuidv7(), "at" TIMESTAMP WITH TIME ZONE NOT NULL, "event" text NOT NULL, "subjectId" uuid NOT NULL, "userId" uuid, "actorName" text NOT NULL, "organisationId" uuid, "organisationName" text NOT NULL, "data" jsonb NOT NULL, CONSTRAINT "PK_481efbe8b0a403efe3f47a6528f" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_923433ce8329881127d270e374" ON "audit_event"  ("event", "at") `);
    await queryRunner.query(`CREATE INDEX "IDX_c87606b4b6fb94d37626f83753" ON "audit_event"  ("organisationId", "at") `);
    await queryRunner.query(`CREATE INDEX "IDX_b298e2b71d6ea6beb19e11ed10" ON "audit_event"  ("subjectId", "at") `);
    await queryRunner.query(`CREATE TABLE "stored_file" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "mime" text NOT NULL, "size" integer NOT NULL, "sha256" text NOT NULL, "organisationId" uuid NOT NULL, "uploadedBy" uuid NOT NULL, "subjectKind" text, "subjectId" uuid, CONSTRAINT "PK_e140967af84027b493a3ff04fbb" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_3dc562ce723c42971841d6fbfc" ON "stored_file"  ("subjectKind", "subjectId") `);
    await queryRunner.query(`CREATE TABLE "achievement" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "organisationId" uuid NOT NULL, "createdBy" uuid, "status" text NOT NULL, "title" text NOT NULL, "summary" text NOT NULL, "keywords" text array NOT NULL DEFAULT '{}', "techField" text, "discipline" text, "chain" text, "trl" integer, "ipRights" jsonb NOT NULL DEFAULT '[]', "transferModes" text array NOT NULL DEFAULT '{}', "priceMode" text NOT NULL DEFAULT 'NEGOTIABLE', "priceMin" bigint, "priceMax" bigint, "team" jsonb NOT NULL DEFAULT '[]', "contactName" text, "contactPhone" text, "ndaSummary" text, "regionCode" text NOT NULL, "returnReason" text, "publishedAt" TIMESTAMP WITH TIME ZONE, "confirmedAt" TIMESTAMP WITH TIME ZONE, "importId" uuid, CONSTRAINT "PK_441339f40e8ce717525a381671e" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_40561c2521a3934a94079e85a2" ON "achievement"  ("organisationId") `);
    await queryRunner.query(`CREATE INDEX "IDX_28aedb41f2aedc270c726bc4b4" ON "achievement"  ("importId") `);
    await queryRunner.query(`CREATE INDEX "IDX_ae93f11f93cc413bc14705ed83" ON "achievement"  ("status", "publishedAt") `);
    await queryRunner.query(`CREATE TABLE "demand" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "organisationId" uuid NOT NULL, "branchId" uuid, "createdBy" uuid, "status" text NOT NULL, "title" text NOT NULL, "problem" text NOT NULL, "indicators" jsonb NOT NULL DEFAULT '[]', "currentState" text, "budgetMin" bigint, "budgetMax" bigint, "deadline" date, "acceptance" text, "techField" text, "chain" text, "minTrl" integer, "keywords" text array NOT NULL DEFAULT '{}', "anonymous" boolean NOT NULL DEFAULT false, "contactName" text, "contactPhone" text, "regionCode" text NOT NULL, "returnReason" text, "publishedAt" TIMESTAMP WITH TIME ZONE, "confirmedAt" TIMESTAMP WITH TIME ZONE, "importId" uuid, CONSTRAINT "PK_2e27cd7b3d79c50d197cb0b3924" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_6da64c640ede89eee881eabbc2" ON "demand"  ("organisationId") `);
    await queryRunner.query(`CREATE INDEX "IDX_f306c19119cd8b1700a3e8ab08" ON "demand"  ("branchId") `);
    await queryRunner.query(`CREATE INDEX "IDX_0896a96e1621f0dd34deff587f" ON "demand"  ("importId") `);
    await queryRunner.query(`CREATE INDEX "IDX_c178cb8e5edd2cc02ca8cc8e54" ON "demand"  ("status", "publishedAt") `);
    await queryRunner.query(`CREATE TABLE "session" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "userId" uuid NOT NULL, "tokenHash" text NOT NULL, "lastSeenAt" TIMESTAMP WITH TIME ZONE NOT NULL, "expiresAt" TIMESTAMP WITH TIME ZONE NOT NULL, "ip" text NOT NULL, "userAgent" text NOT NULL, CONSTRAINT "UQ_ff3b5bfd0767bd32942e5ccaad0" UNIQUE ("tokenHash"), CONSTRAINT "PK_f55da76ac1c3ac420f444d2ff11" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_3d2f174ef04fb312fdebd0ddc5" ON "session"  ("userId") `);
    await queryRunner.query(`CREATE TABLE "app_user" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "organisationId" uuid NOT NULL, "name" text NOT NULL, "email" text NOT NULL, "phone" text, "roles" text array NOT NULL, "passwordHash" text, "disabled" boolean NOT NULL DEFAULT false, "failedLogins" integer NOT NULL DEFAULT '0', "lockedUntil" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_22a5c4a3d9b2fb8e4e73fc4ada1" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_28905ab02fe78eb88b0293a8d2" ON "app_user"  ("organisationId") `);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_3fa909d0e37c531ebc23770339" ON "app_user"  ("email") `);
    await queryRunner.query(`CREATE TABLE "organisation" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "nameEn" text, "uscc" text NOT NULL, "regionCode" text NOT NULL, "status" text NOT NULL, "intro" text, "address" text, "rejectionReason" text, "disciplines" text array NOT NULL DEFAULT '{}', "branchId" uuid, "branchCode" text, "isDemo" boolean NOT NULL DEFAULT false, CONSTRAINT "UQ_6440b10d209e37a29f1c555d6fe" UNIQUE ("branchCode"), CONSTRAINT "PK_c725ae234ef1b74cce43d2d00c1" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_fb306ecfdf32653960669bd57e" ON "organisation"  ("uscc") `);
    await queryRunner.query(`CREATE INDEX "IDX_79e69d6572088f17a193f76d38" ON "organisation"  ("branchId") `);
    await queryRunner.query(`CREATE TABLE "region" ("code" text NOT NULL, "name" text NOT NULL, "nameEn" text NOT NULL, "parentCode" text, "gbCode" text, CONSTRAINT "PK_74f7723fdff738f92929c0056cb" PRIMARY KEY ("code"))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "region"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_79e69d6572088f17a193f76d38"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_fb306ecfdf32653960669bd57e"`);
    await queryRunner.query(`DROP TABLE "organisation"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_3fa909d0e37c531ebc23770339"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_28905ab02fe78eb88b0293a8d2"`);
    await queryRunner.query(`DROP TABLE "app_user"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_3d2f174ef04fb312fdebd0ddc5"`);
    await queryRunner.query(`DROP TABLE "session"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_c178cb8e5edd2cc02ca8cc8e54"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_0896a96e1621f0dd34deff587f"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_f306c19119cd8b1700a3e8ab08"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_6da64c640ede89eee881eabbc2"`);
    await queryRunner.query(`DROP TABLE "demand"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_ae93f11f93cc413bc14705ed83"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_28aedb41f2aedc270c726bc4b4"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_40561c2521a3934a94079e85a2"`);
    await queryRunner.query(`DROP TABLE "achievement"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_3dc562ce723c42971841d6fbfc"`);
    await queryRunner.query(`DROP TABLE "stored_file"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_b298e2b71d6ea6beb19e11ed10"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_c87606b4b6fb94d37626f83753"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_923433ce8329881127d270e374"`);
    await queryRunner.query(`DROP TABLE "audit_event"`);
  }
}
