import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notices0150 implements MigrationInterface {
  name = 'Notices0000000000150';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "notice_objection" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "noticeId" uuid NOT NULL, "organisationId" uuid NOT NULL, "branchId" uuid, "receipt" text NOT NULL, "name" text NOT NULL, "contact" text NOT NULL, "text" text NOT NULL, "upheld" boolean, "answer" text, "answeredBy" uuid, "answeredAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_0589d6ce6d24d9b90a4f7fcb065" UNIQUE ("receipt"), CONSTRAINT "PK_44e4a1aeff5c6d2b8cf94f88d41" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_fd0531931ba8c8e4b0b4db7ce5" ON "notice_objection"  ("noticeId", "createdAt") `);
    await queryRunner.query(
      `CREATE TABLE "notice_reading" ("noticeId" uuid NOT NULL, "day" date NOT NULL, "times" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_86f56af676cfd455d8f24a72f74" PRIMARY KEY ("noticeId", "day"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "notice_version" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "noticeId" uuid NOT NULL, "number" integer NOT NULL, "round" integer NOT NULL, "text" text NOT NULL, "sha256" text NOT NULL, CONSTRAINT "UQ_f4d0e921945d01268e73534947c" UNIQUE ("noticeId", "number"), CONSTRAINT "PK_664e665fdb9e26c4e8e5500c02a" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "public_notice" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "organisationId" uuid NOT NULL, "branchId" uuid, "createdBy" uuid, "achievementId" uuid, "status" text NOT NULL, "name" text NOT NULL, "summary" text NOT NULL, "pricingMode" text NOT NULL, "transferMode" text NOT NULL, "price" bigint NOT NULL, "buyer" text, "relatedParty" boolean NOT NULL, "relatedNote" text, "objectionProcedure" text NOT NULL, "days" integer NOT NULL, "round" integer NOT NULL DEFAULT '0', "startedOn" date, "lastDay" date, "frozenOn" date, "withdrawReason" text, CONSTRAINT "PK_69742227b5bc4c38c2ee4bc11da" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_42ef6b6101f97e75e6c517d746" ON "public_notice"  ("achievementId") `);
    await queryRunner.query(`CREATE INDEX "IDX_ad4acb543e429c9096794351e6" ON "public_notice"  ("organisationId", "updatedAt") `);
    await queryRunner.query(`CREATE INDEX "IDX_c46222e46580d50491cc3487c2" ON "public_notice"  ("status", "lastDay") `);
    await queryRunner.query(
      'create trigger notice_version_append_only before update or delete or truncate on notice_version for each statement execute function refuse_change()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."IDX_c46222e46580d50491cc3487c2"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_ad4acb543e429c9096794351e6"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_42ef6b6101f97e75e6c517d746"`);
    await queryRunner.query(`DROP TABLE "public_notice"`);
    await queryRunner.query(`DROP TABLE "notice_version"`);
    await queryRunner.query(`DROP TABLE "notice_reading"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_fd0531931ba8c8e4b0b4db7ce5"`);
    await queryRunner.query(`DROP TABLE "notice_objection"`);
  }
}
