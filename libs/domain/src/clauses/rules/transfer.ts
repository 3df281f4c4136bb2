import type { ClauseRule } from '../rule.js';

/** 技术转让、许可: mastered, complete, with an object that is a right (技术合同认定规则 Art 25; 技术合同司法解释 Art 22, 34). */
export const transferRules: readonly ClauseRule[] = [
  {
    code: 'TRANSFER_NOT_MASTERED',
    group: 'TYPE',
    types: ['TRANSFER', 'LICENSE'],
    basis: '《技术合同认定规则》第二十五条；《技术合同司法解释》第二十二条（尚待研究开发的技术成果不属于技术转让、许可）',
    certainty: 'C',
    phrases: {
      any: [
        '(?:尚待|尚需|仍需|有待|还需|待|仍待)[^，。；]{0,14}(?:研究开发|研发|研究|开发|攻关|完善|验证|试验|突破|小试|中试)',
        '(?:该|本|合同|标的|上述)[^，。；]{0,10}(?:技术|工艺|方案|软件|产品)[^，。；]{0,6}(?:尚未|还未|未能|仍未)[^，。；]{0,6}(?:完成|掌握|成熟|开发|研制|形成|研发)',
        '(?:由|待)(?:乙方|让与人|许可人|双方)[^，。；]{0,10}继续(?:研究|研发|开发|完成|攻关)',
      ],
      unless: ['并非|不存在|不属于|如有|如果|若'],
    },
    examples: ['该工艺尚待进一步研究开发', '合同标的技术尚未完成，由乙方继续研发', '产品稳定性还需中试验证'],
    counterExamples: ['该技术已完成中试，不属于尚待研究开发的成果', '甲方尚未支付的价款', '后续研究由受让人自行决定'],
  },
  {
    code: 'TRANSFER_NO_RIGHT',
    group: 'TYPE',
    types: ['TRANSFER_PATENT', 'LICENSE_PATENT'],
    basis: '《民法典》第八百六十三条；《技术合同司法解释》第二十二条（不涉及专利、专利申请、技术秘密的不是技术转让、许可）',
    certainty: 'C',
    required: { heading: '^$', words: ['(?:ZL|CN)?\\s?(?:19|20)\\d{10}\\.?[\\dXx]', 'ZL\\s?\\d{8}\\.?[\\dXx]', '(?:专利号|申请号)[：:]?\\s*[A-Z\\d]{8,}'] },
  },
  {
    code: 'TRANSFER_NO_RIGHT',
    group: 'TYPE',
    types: ['TRANSFER_SECRET', 'LICENSE_SECRET'],
    basis: '《民法典》第八百六十三条、第八百六十八条；《技术合同司法解释》第二十二条',
    certainty: 'C',
    required: { heading: '技术秘密', words: ['技术秘密|专有技术|秘密点|不为公众所知悉|未公开的(?:技术|工艺|配方)'] },
  },
  {
    code: 'TRANSFER_NO_RIGHT',
    group: 'TYPE',
    types: ['TRANSFER_OTHER_IP', 'LICENSE_OTHER_IP'],
    basis: '《民法典》第八百七十六条；《技术合同司法解释》第二十二条',
    certainty: 'C',
    required: { heading: '^$', words: ['著作权|软著|\\d{4}SR\\d{6,7}|布图设计|植物新品种|品种权'] },
  },
  {
    code: 'PUBLIC_DOMAIN',
    group: 'TYPE',
    types: ['TRANSFER', 'LICENSE'],
    basis: '《技术合同司法解释》第三十四条（以公有领域的技术提供的，按技术服务合同处理）',
    certainty: 'C',
    phrases: {
      any: [
        '(?:属于|已经?|均?为|系)[^，。；]{0,8}(?:公知技术|公知常识|公开技术|公有领域|现有公开|行业通用技术)',
        '(?:已经?进入|进入)公有领域',
        '专利(?:权)?(?:已经?)?(?:失效|终止|届满|期满|被宣告无效)(?:，|后|的技术|，?仍)?[^，。；]{0,10}(?:技术|仍|许可|转让)',
        '(?:该|本|上述)专利(?:权)?[^，。；]{0,10}(?:已经?|业已)[^，。；]{0,10}(?:失效|终止|届满|期满|放弃)',
      ],
      unless: ['不属于|并非|除外|不包括', '如果|如有|若|的，', '非因'],
    },
    examples: ['上述工艺属于行业公知技术', '该专利已于 2023 年届满', '标的技术已进入公有领域'],
    counterExamples: ['该技术不属于公知技术', '专利权届满后，本合同终止', '保密信息不包括已进入公有领域的信息'],
  },
  {
    code: 'LICENCE_KIND_MISSING',
    group: 'TYPE',
    types: ['LICENSE'],
    basis: '《技术合同司法解释》第二十五条（没有约定或者约定不明的，认定为普通实施许可）',
    certainty: 'C',
    required: { heading: '^$', words: ['独占|排他|普通(?:实施|使用)?许可|普通许可|非独占|普通方式'] },
  },
];
