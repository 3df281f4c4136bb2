import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The starter list, as it stood in the code until now: every line holds words that mean the same here. */
const starter = `
立方氮化硼 cbn
聚晶立方氮化硼 pcbn
聚晶金刚石 pcd 复合片
化学气相沉积 cvd
微波等离子体化学气相沉积 mpcvd
物理气相沉积 pvd
超硬材料 超硬磨料
金刚石 钻石 diamond
碳化硅 sic
氮化镓 gan
碳纳米管 cnt
锂电池 锂离子电池 锂电
磷酸铁锂 lfp
燃料电池 氢燃料电池
新能源汽车 电动汽车 nev
电池管理系统 bms
储能 储能系统
光伏 太阳能电池 太阳能发电
人工智能 ai
机器学习 深度学习
大模型 大语言模型 llm
机器视觉 视觉检测
物联网 iot
可编程控制器 plc
微机电 mems
传感器 敏感元件 sensor
气体传感器 气敏传感器
激光雷达 lidar
无人机 uav 无人飞行器
数字孪生 数字化孪生
耐火材料 耐材
镁合金 镁基合金
铝合金 铝材
高熵合金 多主元合金
增材制造 3d打印
挥发性有机物 vocs voc
化学需氧量 cod
污水处理 废水处理
危险废物 危废
脱硝 scr
二氧化碳捕集 碳捕集 ccus
中药 中药材 中草药 herbal
聚合酶链式反应 pcr
磁共振 核磁共振 mri
计算机断层 ct
医疗器械 医疗设备
小麦 冬小麦
玉米 苞米
预制菜 预制食品
速冻食品 冷冻食品
育种 选育
高通量 高通量筛选
聚乳酸 pla
聚氨酯 pu
聚酰亚胺 pi膜
有限元 有限元分析 cae
石墨烯 graphene
半导体 semiconductor
催化剂 catalyst
涂层 coating
陶瓷 ceramic
合金 alloy
复合材料 composite
电池 battery
激光 laser
机器人 robot
轴承 bearing
废水 wastewater
小麦 wheat
面粉 flour
疫苗 vaccine
抗体 antibody
盾构 盾构机 隧道掘进机
`;

export class Dictionary0160 implements MigrationInterface {
  name = 'Dictionary0000000000160';

  async up(queryRunner: QueryRunner): Promise<void> {
    // The texts are made anew from their rows by the next sweep: their maker's version has changed with this column.
    await queryRunner.query(`ALTER TABLE "search_text" ADD "sounds" text NOT NULL DEFAULT ''`);
    await queryRunner.query(`ALTER TABLE "search_text" ALTER COLUMN "sounds" DROP DEFAULT`);
    await queryRunner.query(`CREATE TABLE "dictionary_edition" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "number" integer NOT NULL, "groups" jsonb NOT NULL, "reason" text, "added" integer NOT NULL DEFAULT '0', "removed" integer NOT NULL DEFAULT '0', "publishedBy" text, CONSTRAINT "UQ_7cf39d38697714aab078c90fb9b" UNIQUE ("number"), CONSTRAINT "PK_f6d77e58aadf62a6b9c302f3052" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE TABLE "asked_query" ("text" text NOT NULL, "times" integer NOT NULL, "lastAt" TIMESTAMP WITH TIME ZONE NOT NULL, "found" integer NOT NULL, CONSTRAINT "PK_18679b1d695665c854240fb682b" PRIMARY KEY ("text"))`);
    await queryRunner.query(`CREATE INDEX "IDX_afba2f544aef0aab4537c35580" ON "asked_query"  ("lastAt") `);
    const groups = starter.trim().split('\n').map((line) => ({ words: line.split(' ') }));
    await queryRunner.query('insert into dictionary_edition (number, groups, added, "createdAt", "updatedAt") values (1, $1, $2, now(), now())', [JSON.stringify(groups), groups.length]);
    await queryRunner.query(
      'create trigger dictionary_edition_append_only before update or delete or truncate on dictionary_edition for each statement execute function refuse_change()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."IDX_afba2f544aef0aab4537c35580"`);
    await queryRunner.query(`DROP TABLE "asked_query"`);
    await queryRunner.query(`DROP TABLE "dictionary_edition"`);
    await queryRunner.query(`ALTER TABLE "search_text" DROP COLUMN "sounds"`);
  }
}
