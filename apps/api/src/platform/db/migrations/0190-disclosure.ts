import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Disclosure0190 implements MigrationInterface {
  name = 'Disclosure0000000000190';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "person_profile" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "userId" uuid NOT NULL, "organisationId" uuid NOT NULL, "status" text NOT NULL, "role" text NOT NULL, "title" text, "regionCode" text, "techFields" text array NOT NULL DEFAULT '{}', "keywords" text array NOT NULL DEFAULT '{}', "intro" text, "certificates" jsonb NOT NULL DEFAULT '[]', "links" jsonb NOT NULL DEFAULT '[]', "audiences" jsonb NOT NULL DEFAULT '{}', "consentedAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_1c45412799242595edc87971909" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_0a5c3b00a7415b361d3f456308" ON "person_profile"  ("userId") `);
    await queryRunner.query(`CREATE INDEX "IDX_e06b385f3080c84d92d6c258e7" ON "person_profile"  ("status", "role") `);
    await queryRunner.query(`CREATE TABLE "confidential_part" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "subjectKind" text NOT NULL, "subjectId" uuid NOT NULL, "organisationId" uuid NOT NULL, "text" text, "approvalRequired" boolean NOT NULL, "accessMonths" integer NOT NULL, "termYears" integer NOT NULL, CONSTRAINT "PK_df96d5ce8c9fa047df7959b5b43" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_b9d6e6f41deeb863f0d953702e" ON "confidential_part"  ("subjectKind", "subjectId", "organisationId") `);
    await queryRunner.query(`CREATE TABLE "nda" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "partId" uuid NOT NULL, "subjectKind" text NOT NULL, "subjectId" uuid NOT NULL, "ownerId" uuid NOT NULL, "isOwnerHidden" boolean NOT NULL DEFAULT false, "readerId" uuid NOT NULL, "status" text NOT NULL, "title" text NOT NULL, "purpose" text NOT NULL, "templateVersion" integer NOT NULL, "text" text NOT NULL, "sha256" text NOT NULL, "accessMonths" integer NOT NULL, "termYears" integer NOT NULL, "acceptedBy" uuid NOT NULL, "acceptedByName" text NOT NULL, "acceptedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "answeredByName" text, "answeredAt" TIMESTAMP WITH TIME ZONE, "openUntil" date, "bindsUntil" date, "reason" text, CONSTRAINT "PK_2a2f3ad6a2af89b2a5425b49ea3" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_e5c5fb009229eabb351e00e817" ON "nda"  ("ownerId", "status") `);
    await queryRunner.query(`CREATE INDEX "IDX_8f45c0abb9cef9846a2bbb1e87" ON "nda"  ("readerId", "status") `);
    await queryRunner.query(`CREATE INDEX "IDX_2ffa272cbef340d9ca42df28b8" ON "nda"  ("partId", "readerId", "acceptedAt") `);
    await queryRunner.query(`CREATE TABLE "tier_opening" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "partId" uuid NOT NULL, "ndaId" uuid NOT NULL, "subjectKind" text NOT NULL, "subjectId" uuid NOT NULL, "title" text NOT NULL, "ownerId" uuid NOT NULL, "readerId" uuid NOT NULL, "readerName" text NOT NULL, "userId" uuid NOT NULL, "personName" text NOT NULL, "what" text NOT NULL, "fileName" text, "code" text NOT NULL, CONSTRAINT "PK_38f79d86412c2a91ad2bbcf913c" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_559a9f9bb58131d8854f9d9e19" ON "tier_opening"  ("readerId", "createdAt") `);
    await queryRunner.query(`CREATE INDEX "IDX_017e6d9d89a0f57c2005ff3ea2" ON "tier_opening"  ("ownerId", "createdAt") `);
    await queryRunner.query(`CREATE INDEX "IDX_41d60c7388b2418eba4fbcfcad" ON "tier_opening"  ("subjectId", "createdAt") `);
    await queryRunner.query(`create unique index nda_one_live on nda ("partId", "readerId") where status in ('REQUESTED', 'ACTIVE')`);
    await queryRunner.query('create trigger tier_opening_append_only before update or delete or truncate on tier_opening for each statement execute function refuse_change()');
    // Its state moves on; what was accepted, by whom and when, stays.
    await queryRunner.query(`
      create function nda_keeps_its_text() returns trigger language plpgsql as $$
      begin
        if (new.text, new.sha256, new."templateVersion", new."partId", new."ownerId", new."readerId", new."acceptedBy", new."acceptedByName", new."acceptedAt", new.title, new.purpose)
          is distinct from (old.text, old.sha256, old."templateVersion", old."partId", old."ownerId", old."readerId", old."acceptedBy", old."acceptedByName", old."acceptedAt", old.title, old.purpose)
        then raise exception 'an accepted agreement is never changed'; end if;
        return new;
      end $$`);
    await queryRunner.query('create trigger nda_text_kept before update on nda for each row execute function nda_keeps_its_text()');
    await queryRunner.query('create trigger nda_kept before delete or truncate on nda for each statement execute function refuse_change()');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger nda_kept on nda');
    await queryRunner.query('drop trigger nda_text_kept on nda');
    await queryRunner.query('drop function nda_keeps_its_text');
    await queryRunner.query('drop trigger tier_opening_append_only on tier_opening');
    await queryRunner.query('drop index nda_one_live');
    await queryRunner.query(`DROP INDEX "public"."IDX_41d60c7388b2418eba4fbcfcad"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_017e6d9d89a0f57c2005ff3ea2"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_559a9f9bb58131d8854f9d9e19"`);
    await queryRunner.query(`DROP TABLE "tier_opening"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_2ffa272cbef340d9ca42df28b8"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_8f45c0abb9cef9846a2bbb1e87"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_e5c5fb009229eabb351e00e817"`);
    await queryRunner.query(`DROP TABLE "nda"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_b9d6e6f41deeb863f0d953702e"`);
    await queryRunner.query(`DROP TABLE "confidential_part"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_e06b385f3080c84d92d6c258e7"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_0a5c3b00a7415b361d3f456308"`);
    await queryRunner.query(`DROP TABLE "person_profile"`);
  }
}
