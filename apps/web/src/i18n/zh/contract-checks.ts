import type { ContractCheckCode } from '@jihui/domain';

type Words = { title: string; basis: string; ok: Record<string, string>; bad: Record<string, string> };

/** Per check: what was looked at, on what ground, and a sentence for each outcome. Amounts arrive in words. */
export const contractChecks = {
  COMPLETE: {
    title: '内容完整',
    basis: '民法典第八百四十五条',
    ok: { good: '合同应有的内容都已填写。' },
    bad: { bad: '还缺少或不符合要求：{{fields}}。' },
  },
  AMOUNTS: {
    title: '金额',
    basis: '技术合同认定规则：0 < 技术交易额 ≤ 成交总额',
    ok: {
      good: '技术交易额 {{tech}}，占成交总额 {{total}}的 {{percent}}%；其余 {{rest}}为设备、材料等非技术性费用，未列明细，请核对依据。',
      lines: '由 {{count}} 行明细算得：技术交易额 {{tech}}，占成交总额 {{total}}的 {{percent}}%；不计入的 {{rest}}。',
      same: '技术交易额与成交总额相同（{{total}}），没有设备、材料等费用。',
    },
    bad: { missing: '成交总额或技术交易额未填写。', tooLarge: '技术交易额 {{tech}}超过成交总额 {{total}}。' },
  },
  PAYMENT: {
    title: '付款条款与总额',
    basis: '民法典第八百四十六条',
    ok: {
      amounts: '付款条款中的金额与成交总额一致。',
      shares: '各期比例合计 100%。',
      unnamed: '付款条款没有写明分期金额。',
      royalty: '提成支付，总额随履行情况确定。',
    },
    bad: {
      missing: '成交总额未填写，无法核对付款条款。',
      amounts: '付款条款中的金额合计 {{named}}，与成交总额 {{total}}不一致，请核对。',
      shares: '各期付款比例合计为 {{percent}}%，不是 100%，请核对。',
    },
  },
  DATES: {
    title: '日期',
    basis: '登记表填写要求',
    ok: { good: '签订日期和有效期限顺序正确（{{startsOn}} 至 {{endsOn}}）。' },
    bad: {
      missing: '签订日期或有效期限未填写。',
      endBeforeStart: '结束日期 {{endsOn}} 早于开始日期 {{startsOn}}。',
      signedInFuture: '签订日期 {{signedOn}} 晚于今天，请核对。',
      endBeforeSigning: '结束日期 {{endsOn}} 早于签订日期 {{signedOn}}。',
      startBeforeSigning: '开始日期 {{startsOn}} 早于签订日期 {{signedOn}}，请说明。',
    },
  },
  PARTIES_VERIFIED: {
    title: '当事人',
    basis: '技术合同认定登记管理办法：合同主体须明确',
    ok: { good: '各方单位均已通过市场核验。' },
    bad: { bad: '以下单位未通过核验或已停用：{{names}}。' },
  },
  TYPE_MATCHES_IP: {
    title: '类型与知识产权',
    basis: '技术合同认定规则；技术合同司法解释第二十二条',
    ok: {
      patent: '文本写明了专利 {{number}}，校验位正确。',
      secret: '文本写明了技术秘密的内容。',
      otherIp: '文本写明了所涉知识产权。',
      owner: '写明了开发成果的归属。',
      noRights: '不涉及知识产权转移，与咨询、服务类合同相符。',
    },
    bad: {
      noPatentNumber: '合同类型涉及专利，文本中没有写明专利号或申请号。',
      wrongPatentNumber: '专利号 {{number}} 的校验位不正确，请核对。',
      notGranted: '合同类型为专利权转让，但 {{number}} 是申请号，没有写明授权专利号（ZL）。',
      alreadyGranted: '合同类型为专利申请权转让，但 {{number}} 是已授权专利，应为专利权转让。',
      secretNotDescribed: '没有写明技术秘密是什么（工艺、配方、参数、图纸等）。',
      otherIpNotNamed: '没有写明所涉的软件著作权、布图设计或植物新品种权。',
      ownerUnclear: '没有写明开发成果归谁所有，请补充知识产权归属。',
      movesRights: '文本写有知识产权转让，与咨询、服务类合同不符，请核对合同类型。',
    },
  },
  IP_TERM: {
    title: '许可期限',
    basis: '民法典第八百六十五条',
    ok: { good: '许可期限未超过专利 {{number}} 的有效期（至 {{year}} 年）。', none: '不是专利许可，无须核对专利有效期。' },
    bad: { bad: '许可期限超过专利 {{number}} 的有效期（至 {{year}} 年）。' },
  },
  CONFIDENTIALITY: {
    title: '保密条款',
    basis: '反不正当竞争法第九条',
    ok: { good: '保密条款写明了期限。', usual: '不是技术秘密合同。' },
    bad: { bad: '技术秘密合同的保密条款没有写明期限，请补充。' },
  },
  MONOPOLY: {
    title: '限制性条款',
    basis: '技术合同司法解释第十条',
    ok: { good: '没有发现疑似非法垄断技术的措辞。' },
    bad: { bad: '以下措辞可能属于第十条所列的 {{kinds}}，请结合上下文判断。' },
  },
  BROKER_NAMED: {
    title: '引荐机构',
    basis: '民法典第九百六十三条、第九百六十五条；引荐台账',
    ok: { none: '台账中没有技术转移机构引荐过双方。', good: '引荐双方的技术转移机构已列入合同。' },
    bad: {
      bad: '{{names}}引荐过双方，合同没有列明：请列为技术转移机构，或者说明理由。',
      explained: '{{names}}引荐过双方，合同没有列明。当事人的理由：{{reason}}',
    },
  },
  DUPLICATE: {
    title: '重复与拆分',
    basis: '同一合同不得重复登记',
    ok: { good: '前后 30 天内，相同双方没有其他已登记或审核中的合同。' },
    bad: {
      bad: '前后 30 天内，相同双方另有 {{count}} 份合同：{{name}}（{{branch}}，{{status}}），请核对是否同一合同。',
      alike:
        '前后 30 天内，相同双方另有 {{count}} 份合同，其中 {{alike}} 份文本相近：{{name}}（{{branch}}，{{status}}）相似度 {{percent}} %，连同本份合计 {{together}}。请核对是否重复登记，或将一项交易拆成数份。',
      elsewhere: '前后 30 天内，相同双方另有 {{count}} 份合同由 {{branch}} 审核中，请联系核对。',
    },
  },
  SCAN_ATTACHED: {
    title: '合同扫描件',
    basis: '技术合同认定登记管理办法：须提交签章完整的书面合同',
    ok: { good: '已上传 {{count}} 个附件。' },
    bad: { bad: '没有上传签章完整的合同文本。' },
  },
} as const satisfies Record<ContractCheckCode, Words>;

/** The six kinds of 司法解释 Art 10, by number. */
export const monopolyKind = {
  1: '限制改进或无偿、独占回授',
  2: '限制取得竞争技术',
  3: '不合理限制数量、品种、价格、渠道或出口',
  4: '搭售不需要的技术、材料、设备或人员',
  5: '不合理限制采购来源',
  6: '禁止对知识产权有效性提出异议',
} as const;
