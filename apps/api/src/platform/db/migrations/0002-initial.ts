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
    await queryRunner.query(`DROP INDEX "public"."IDX_3dc562ce723c42971841d6fbfc"`);
    await queryRunner.query(`DROP TABLE "stored_file"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_b298e2b71d6ea6beb19e11ed10"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_c87606b4b6fb94d37626f83753"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_923433ce8329881127d270e374"`);
    await queryRunner.query(`DROP TABLE "audit_event"`);
  }
}
