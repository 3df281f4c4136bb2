import type { MigrationInterface, QueryRunner } from 'typeorm';

// As of November 2026 (domain.md 2.1–2.3); what is amended later is a row of its own, written by an operator or a later migration.
const rules: (string | null)[][] = [
  ['VAT_EXEMPTION', '2026-01-01', '2027-12-31', '{"classes":["TRANSFER","LICENSE","DEV"],"attachedClasses":["CONSULTING","SERVICE"],"waiverMonths":36}', '财政部 税务总局公告2026年第10号第二条第二项第二目', 'PROBABLE', '相关咨询、服务须与转让、开发开在同一张发票上；许可视为转让使用权（P）；放弃免税后36个月内不得再申请免税（P）'],
  ['VAT_RATE', '2016-05-01', null, '{"rateBp":600}', '增值税现代服务、无形资产税率6%', 'CERTAIN', ''],
  ['TRANSFER_INCOME_TAX', '2008-01-01', null, '{"exemptUpTo":"500000000","excessShareBp":5000,"rateBp":2500,"minLicenceMonths":60}', '企业所得税法实施条例第九十条；财税〔2015〕116号', 'CERTAIN', '不含单纯的技术秘密；不适用于直接或间接100%关联方（P）'],
  ['INCOME_TAX_RATE', '2008-01-01', null, '{"normalBp":2500,"highTechBp":1500}', '企业所得税法第四条、第二十八条', 'CERTAIN', ''],
  ['SUPER_DEDUCTION', '2023-01-01', null, '{"countedBp":8000,"extraBp":10000,"foreignNumerator":2,"foreignDenominator":3}', '财政部 税务总局公告2023年第7号', 'CERTAIN', '委托开发合同须经登记；委托境外的计入额不超过境内符合条件研发费用的三分之二'],
  ['STAMP_DUTY', '2022-07-01', null, '{"rateBp":3}', '印花税法税目税率表：技术合同，价款、报酬或使用费的万分之三', 'CERTAIN', ''],
  ['SUBSIDY_INTAKE', '2022-01-01', '2023-12-31', '{"mostBp":1000,"yearlyCap":"100000000","minLicenceMonths":60}', '河南省技术转移后补助通知（2022—2023年）', 'CERTAIN', ''],
  ['SUBSIDY_INTAKE', '2024-01-01', null, '{"mostBp":1000,"yearlyCap":"100000000","minLicenceMonths":60}', '河南省技术转移后补助通知（2022—2023年）', 'TO_CHECK', '当年通知待核，暂按2022—2023年口径计算'],
  ['SUBSIDY_OUTPUT', '2022-01-01', '2023-12-31', '{"mostBp":1000,"yearlyCap":"100000000","minLicenceMonths":60}', '河南省技术转移后补助通知（2022—2023年）', 'CERTAIN', ''],
  ['SUBSIDY_OUTPUT', '2024-01-01', null, '{"mostBp":1000,"yearlyCap":"100000000","minLicenceMonths":60}', '河南省技术转移后补助通知（2022—2023年）', 'TO_CHECK', '当年通知待核，暂按2022—2023年口径计算'],
  ['SUBSIDY_INSTITUTION', '2022-01-01', '2023-12-31', '{"mostBp":200,"yearlyCap":"100000000","minLicenceMonths":60,"registrarFrom":"300000000000"}', '河南省技术转移后补助通知（2022—2023年）', 'CERTAIN', ''],
  ['SUBSIDY_INSTITUTION', '2024-01-01', null, '{"mostBp":200,"yearlyCap":"100000000","minLicenceMonths":60,"registrarFrom":"300000000000"}', '河南省技术转移后补助通知（2022—2023年）', 'TO_CHECK', '当年通知待核，暂按2022—2023年口径计算'],
  ['REWARD_FLOOR_NATIONAL', '2015-10-01', null, '{"transferBp":5000,"equityBp":5000,"ownUseBp":500,"ownUseYearsFrom":3,"ownUseYearsTo":5}', '促进科技成果转化法第四十五条', 'CERTAIN', ''],
  ['REWARD_FLOOR_HENAN', '2020-01-01', null, '{"transferBp":7000,"equityBp":7000,"ownUseBp":1000,"ownUseYearsFrom":3,"ownUseYearsTo":5}', '河南省促进科技成果转化条例第四十条', 'CERTAIN', ''],
  ['REWARD_PAYMENT', '2020-01-01', null, '{"months":6}', '河南省促进科技成果转化条例第四十一条', 'CERTAIN', '没有约定支付时间的，适用六个月'],
  ['AWARD_TAX', '2018-07-01', null, '{"countedBp":5000}', '财税〔2018〕58号', 'CERTAIN', ''],
  ['AWARD_CONDITIONS', '2018-07-01', null, '{"noticeWorkingDays":15,"paidWithinMonths":36}', '国科发政〔2018〕103号；财税〔2018〕58号', 'PROBABLE', '公示须载明转化信息、人员、奖励和技术合同登记编号；期限15个工作日与36个月待核'],
  ['CARRIER_SETS', '2001-07-18', null, '{"sets":2}', '技术合同认定规则（国科发政字〔2001〕253号）：成套设备、试验装置一般限于1—2套', 'CERTAIN', ''],
  ['EXAMINATION_HENAN', '2010-01-01', null, '{"days":15,"unit":"CALENDAR","onReturn":"RESTART"}', '河南省技术市场条例第十六条（2010年文本）', 'CERTAIN', '2010年以后是否修订待核；退回补正后重新计算系参照2024年征求意见稿第十四条'],
  ['EXAMINATION_NATIONAL', '2000-02-16', null, '{"days":30,"unit":"CALENDAR","onReturn":"RESTART"}', '技术合同认定登记管理办法（国科发政字〔2000〕063号）', 'CERTAIN', '退回补正后重新计算系参照2024年征求意见稿第十四条'],
  ['EXAMINATION_DRAFT', null, null, '{"days":15,"unit":"WORKING","onReturn":"RESTART","expertDays":30,"expertFrom":"500000000"}', '工业和信息化部《技术合同认定登记管理办法（征求意见稿）》2024年12月', 'TO_CHECK', '是否及何时正式发布待核；仅作提示，不作为期限'],
  ['REVIEW_STEPS', null, null, '{"acceptance":3,"firstReview":7,"secondReview":5}', '本市场自定：在河南省技术市场条例第十六条的15日内分段', 'CERTAIN', '各段均为工作日'],
  ['PRICING_NOTICE', '2016-02-26', null, '{"days":15,"unit":"CALENDAR","movesOffHolidays":true,"restartsOn":["PRICE","BUYER","MODE"]}', '促进科技成果转化法第十八条；国发〔2016〕16号（不少于15日）；民法典第二百零一条、第二百零三条', 'CERTAIN', '河南省条例第二十条未规定日数；公示当日不计入；末日为节假日的顺延'],
  ['LICENCE_FILING', null, null, '{"months":3}', '专利法实施细则第十五条', 'CERTAIN', ''],
  ['DORMANT', '2020-01-01', null, '{"months":12}', '河南省促进科技成果转化条例第十九条；郑洛新国家自主创新示范区条例第二十七条', 'CERTAIN', ''],
  ['OPEN_LICENCE', null, null, '{"lumpSumMost":"2000000000","salesBp":2000,"profitBp":4000}', '专利法第五十至五十二条；国家知识产权局开放许可使用费估算指引', 'PROBABLE', '系指引中的一般上限，非强制标准'],
];

// 国务院办公厅关于2025年、2026年部分节假日安排的通知: first and last day of each holiday, and the weekend days worked for it.
const arrangements: { year: number; basis: string; holidays: [string, string, string][]; worked: [string, string][] }[] = [
  {
    year: 2025,
    basis: '国务院办公厅关于2025年部分节假日安排的通知（2024-11-12）',
    holidays: [
      ['2025-01-01', '2025-01-01', '元旦'],
      ['2025-01-28', '2025-02-04', '春节'],
      ['2025-04-04', '2025-04-06', '清明节'],
      ['2025-05-01', '2025-05-05', '劳动节'],
      ['2025-05-31', '2025-06-02', '端午节'],
      ['2025-10-01', '2025-10-08', '国庆节、中秋节'],
    ],
    worked: [
      ['2025-01-26', '春节'],
      ['2025-02-08', '春节'],
      ['2025-04-27', '劳动节'],
      ['2025-09-28', '国庆节、中秋节'],
      ['2025-10-11', '国庆节、中秋节'],
    ],
  },
  {
    year: 2026,
    basis: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）',
    holidays: [
      ['2026-01-01', '2026-01-03', '元旦'],
      ['2026-02-15', '2026-02-23', '春节'],
      ['2026-04-04', '2026-04-06', '清明节'],
      ['2026-05-01', '2026-05-05', '劳动节'],
      ['2026-06-19', '2026-06-21', '端午节'],
      ['2026-09-25', '2026-09-27', '中秋节'],
      ['2026-10-01', '2026-10-07', '国庆节'],
    ],
    worked: [
      ['2026-01-04', '元旦'],
      ['2026-02-14', '春节'],
      ['2026-02-28', '春节'],
      ['2026-05-09', '劳动节'],
      ['2026-09-20', '国庆节'],
      ['2026-10-10', '国庆节'],
    ],
  },
];

function daysOf({ holidays, worked }: (typeof arrangements)[number]): { day: string; works: boolean; name: string }[] {
  const off = holidays.flatMap(([first, last, name]) => {
    const days = [];
    for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) days.push({ day: new Date(at).toISOString().slice(0, 10), works: false, name });
    return days;
  });
  return [...off, ...worked.map(([day, name]) => ({ day, works: true, name }))].sort((a, b) => a.day.localeCompare(b.day));
}

export class Rules0120 implements MigrationInterface {
  name = 'Rules0000000000120';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "dated_rule" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "key" text NOT NULL, "validFrom" date, "validTo" date, "value" jsonb NOT NULL, "basis" text NOT NULL, "certainty" text NOT NULL, "note" text NOT NULL, CONSTRAINT "PK_db28f3d6e5ee153e1615b2e2a66" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_0b04fcf71190f8b523c93cdf58" ON "dated_rule"  ("key", "validFrom") `);
    await queryRunner.query(`CREATE TABLE "working_day_year" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "year" integer NOT NULL, "days" jsonb NOT NULL, "basis" text NOT NULL, "certainty" text NOT NULL, "replacedAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_f058d1262b11ab501fa185606a3" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_10f1f67fbbb0c03311d07a7ce5" ON "working_day_year"  ("year") WHERE "replacedAt" is null`);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "amountLines" jsonb NOT NULL DEFAULT '[]'`);
    // What ruled a day in the past rules it for ever: a row only ever ends earlier than it said.
    await queryRunner.query(`
      create function keep_rule() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then raise exception 'rule % is kept', old.key; end if;
        if (new.id, new.key, new."validFrom", new.value, new.basis, new.certainty, new.note)
           is distinct from (old.id, old.key, old."validFrom", old.value, old.basis, old.certainty, old.note)
           or new."validTo" is null or new."validTo" > old."validTo" then
          raise exception 'rule % of % may only end earlier', old.key, old."validFrom";
        end if;
        return new;
      end $$`);
    await queryRunner.query('create trigger dated_rule_kept before update or delete on dated_rule for each row execute function keep_rule()');
    await queryRunner.query('create trigger dated_rule_not_emptied before truncate on dated_rule for each statement execute function refuse_change()');
    await queryRunner.query(`
      create function refuse_rule_overlap() returns trigger language plpgsql as $$
      begin
        if exists (
          select 1 from dated_rule r where r.key = new.key and r.id <> new.id
             and coalesce(r."validFrom", '-infinity') <= coalesce(r."validTo", 'infinity')
             and coalesce(r."validFrom", '-infinity') <= coalesce(new."validTo", 'infinity')
             and coalesce(new."validFrom", '-infinity') <= coalesce(r."validTo", 'infinity')
        ) then raise exception 'rule % already has a row on these days', new.key; end if;
        return new;
      end $$`);
    await queryRunner.query('create trigger dated_rule_alone before insert on dated_rule for each row execute function refuse_rule_overlap()');
    for (const rule of rules)
      await queryRunner.query(
        'insert into dated_rule (key, "validFrom", "validTo", value, basis, certainty, note, "createdAt", "updatedAt") values ($1, $2, $3, $4, $5, $6, $7, now(), now())',
        rule,
      );
    for (const arrangement of arrangements)
      await queryRunner.query(
        `insert into working_day_year (year, days, basis, certainty, "createdAt", "updatedAt") values ($1, $2, $3, 'CERTAIN', now(), now())`,
        [arrangement.year, JSON.stringify(daysOf(arrangement)), arrangement.basis],
      );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger dated_rule_alone on dated_rule');
    await queryRunner.query('drop function refuse_rule_overlap');
    await queryRunner.query('drop trigger dated_rule_not_emptied on dated_rule');
    await queryRunner.query('drop trigger dated_rule_kept on dated_rule');
    await queryRunner.query('drop function keep_rule');
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "amountLines"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_10f1f67fbbb0c03311d07a7ce5"`);
    await queryRunner.query(`DROP TABLE "working_day_year"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_0b04fcf71190f8b523c93cdf58"`);
    await queryRunner.query(`DROP TABLE "dated_rule"`);
  }
}
