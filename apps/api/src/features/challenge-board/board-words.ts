import type { BoardStage, ChallengeCut, ChallengeKind, ChallengeMode, ChallengeStatus } from '@jihui/domain';

/** The words of the tables; the pages have their own, which follow the reader's language. */
export const cutWords: Record<ChallengeCut, string> = { FIELD: '技术领域', REGION: '地区', KIND: '类别', MODE: '方式', STAGE: '阶段', MONTH: '发榜月份' };
export const kindWords: Record<ChallengeKind | (string & {}), string> = { ENTERPRISE_NEED: '企业重大技术需求', COMMON_TECHNOLOGY: '行业共性技术攻关' };
export const modeWords: Record<ChallengeMode | (string & {}), string> = { SINGLE: '单一揭榜', HORSE_RACE: '赛马制', REWARD_AFTER: '悬赏后付' };
export const stageWords: Record<BoardStage | (string & {}), string> = { OPEN: '揭榜申报中', IN_REVIEW: '评审中', AWARDED: '公示与已揭榜', RUNNING: '攻关中', ACCEPTED: '已验收', ENDED: '流榜与终止' };
export const statusWords: Record<ChallengeStatus, string> = {
  ...{ DRAFT: '草稿', COLLECTING: '待形式审查', SCREENED: '待专家论证', ARGUED: '待批准', APPROVED: '待发榜', WITHDRAWN: '已撤榜' },
  ...{ CLAIM_OPEN: '揭榜申报中', CLAIM_CLOSED: '待开启', OPENED: '资格审查', QUALIFIED: '待评审', REVIEW: '评审中', DECIDED: '已决定', NOTICE: '结果公示' },
  ...{ AWARDED: '已揭榜', RUNNING: '攻关中', ACCEPTED: '已验收', FAILED_WITH_DILIGENCE: '尽职免责', NO_CLAIM: '流榜', TERMINATED: '已终止' },
};
