import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matching0200 implements MigrationInterface {
  name = 'Matching0000000000200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "alert_setting" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "userId" uuid NOT NULL, "personalised" boolean NOT NULL DEFAULT true, "rhythm" text NOT NULL, "quietFrom" integer NOT NULL, "quietTo" integer NOT NULL, "seenAt" TIMESTAMP WITH TIME ZONE, "mailKey" text NOT NULL, CONSTRAINT "UQ_51886143e28f3daac4e150acd5f" UNIQUE ("userId"), CONSTRAINT "UQ_e47573f4c9755c502621342fc23" UNIQUE ("mailKey"), CONSTRAINT "PK_17b17246ba52b8a00b1233fe357" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE TABLE "alert_digest" ("userId" uuid NOT NULL, "period" text NOT NULL, "upTo" TIMESTAMP WITH TIME ZONE NOT NULL, "sentAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_fa98f36f4a913eedef8adf5f907" PRIMARY KEY ("userId", "period"))`);
    await queryRunner.query(`CREATE TABLE "saved_search" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "userId" uuid NOT NULL, "name" text NOT NULL, "address" text NOT NULL, "mail" boolean NOT NULL DEFAULT true, "checkedAt" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_563b338d8b4878fa46697c8f3f2" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_397e5fcfff614ace7edf6831d5" ON "saved_search"  ("userId") `);
    await queryRunner.query(`CREATE TABLE "saved_search_hit" ("savedSearchId" uuid NOT NULL, "itemId" uuid NOT NULL, "kind" text NOT NULL, "foundAt" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_228f267ba60e73f412d333c0578" PRIMARY KEY ("savedSearchId", "itemId"))`);
    await queryRunner.query(`CREATE INDEX "IDX_d6e8a989e20603f6b3d9fcbf16" ON "saved_search_hit"  ("savedSearchId", "foundAt") `);
    await queryRunner.query(`CREATE TABLE "match_feedback" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "organisationId" uuid NOT NULL, "userId" uuid, "demandId" uuid NOT NULL, "achievementId" uuid NOT NULL, "verdict" text NOT NULL, "declineReason" text, "fitReason" text, "note" text, "score" double precision NOT NULL, "band" text NOT NULL, "modelVersion" text NOT NULL, CONSTRAINT "PK_a9264ade30c49f70740ae0ca5b8" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_becbdf0dc0f834d91aa9471c29" ON "match_feedback"  ("demandId") `);
    await queryRunner.query(`CREATE INDEX "IDX_20ed28c7283daa0a3966ce0c48" ON "match_feedback"  ("achievementId") `);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_a069a6bdbffcdf8b30651f65a8" ON "match_feedback"  ("organisationId", "demandId", "achievementId") `);
    await queryRunner.query(`CREATE TABLE "match_hint" ("demandId" uuid NOT NULL, "achievementId" uuid NOT NULL, "demandVersion" integer NOT NULL, "achievementVersion" integer NOT NULL, "modelVersion" text NOT NULL, "score" double precision NOT NULL, "raises" jsonb NOT NULL DEFAULT '[]', "tried" integer NOT NULL, CONSTRAINT "PK_371bee8d8750c9d77745c274df8" PRIMARY KEY ("demandId", "achievementId"))`);
    await queryRunner.query(`CREATE TABLE "match_known" ("itemId" uuid NOT NULL, "otherId" uuid NOT NULL, "side" text NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "lostAt" TIMESTAMP WITH TIME ZONE, "lostBy" text, CONSTRAINT "PK_57987c14ccab0b684e631b81826" PRIMARY KEY ("itemId", "otherId"))`);
    await queryRunner.query(`CREATE INDEX "IDX_9a9b52753581bee6733f5cbf51" ON "match_known"  ("side", "lostAt") `);
    await queryRunner.query(`CREATE INDEX "IDX_49669e062f3238e77f79387255" ON "match_known"  ("side", "since") `);
    await queryRunner.query(`ALTER TABLE "alert_setting" ADD CONSTRAINT "FK_51886143e28f3daac4e150acd5f" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "alert_digest" ADD CONSTRAINT "FK_69a3bdcc32440e9c0e49b685626" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "saved_search" ADD CONSTRAINT "FK_397e5fcfff614ace7edf6831d5b" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "saved_search_hit" ADD CONSTRAINT "FK_f6c4052165a8748f773f9374619" FOREIGN KEY ("savedSearchId") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await queryRunner.query(`CREATE TABLE "match_model" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "status" text NOT NULL, "intercept" double precision NOT NULL, "slope" double precision NOT NULL, "ceiling" double precision NOT NULL, "report" jsonb, "recommendedBy" uuid, "recommendedByName" text, "decidedByName" text, CONSTRAINT "UQ_f84922df5366835d4fbac65a88d" UNIQUE ("name"), CONSTRAINT "PK_d15297c1926cd160115bdf8f5d7" PRIMARY KEY ("id"))`);
    await queryRunner.query(`create unique index match_model_one_in_use on match_model ((true)) where status = 'IN_USE'`);
    // What stands in a list today is no news.
    await queryRunner.query(
      `insert into match_known ("itemId", "otherId", side, since)
       select "demandId", "achievementId", 'DEMAND', "foundAt" from match where "inDemandList"
       union all select "achievementId", "demandId", 'ACHIEVEMENT', "foundAt" from match where "inAchievementList"`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "match_model"`);
    await queryRunner.query(`ALTER TABLE "saved_search_hit" DROP CONSTRAINT "FK_f6c4052165a8748f773f9374619"`);
    await queryRunner.query(`ALTER TABLE "saved_search" DROP CONSTRAINT "FK_397e5fcfff614ace7edf6831d5b"`);
    await queryRunner.query(`ALTER TABLE "alert_digest" DROP CONSTRAINT "FK_69a3bdcc32440e9c0e49b685626"`);
    await queryRunner.query(`ALTER TABLE "alert_setting" DROP CONSTRAINT "FK_51886143e28f3daac4e150acd5f"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_49669e062f3238e77f79387255"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_9a9b52753581bee6733f5cbf51"`);
    await queryRunner.query(`DROP TABLE "match_known"`);
    await queryRunner.query(`DROP TABLE "match_hint"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_a069a6bdbffcdf8b30651f65a8"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_20ed28c7283daa0a3966ce0c48"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_becbdf0dc0f834d91aa9471c29"`);
    await queryRunner.query(`DROP TABLE "match_feedback"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_d6e8a989e20603f6b3d9fcbf16"`);
    await queryRunner.query(`DROP TABLE "saved_search_hit"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_397e5fcfff614ace7edf6831d5"`);
    await queryRunner.query(`DROP TABLE "saved_search"`);
    await queryRunner.query(`DROP TABLE "alert_digest"`);
    await queryRunner.query(`DROP TABLE "alert_setting"`);
  }
}
