import { noticeStatusOn, shanghaiDay, type EventName, type PublicNoticeStatus } from '@jihui/domain';
import type { PublicNotice } from './public-notice.entity.js';

const steps: Partial<Record<EventName, string>> = {
  'notice.created': '新建公示草稿',
  'notice.edited': '修改公示草稿',
  'notice.published': '发布公示',
  'notice.revised': '公开修改后的内容',
  'notice.objected': '收到异议，停止计算',
  'notice.objectionAnswered': '公开答复异议',
  'notice.resumed': '公示期继续计算',
  'notice.withdrawn': '撤销公示',
  'notice.ended': '公示期满',
  'notice.decisionEntered': '录入决策文件',
  'notice.tradeEntered': '录入交易结果',
  'notice.fileTaken': '调取备查材料',
};
const states: Record<PublicNoticeStatus, string> = {
  DRAFT: '草稿',
  RUNNING: '公示中',
  FROZEN: '异议处理中',
  ENDED: '已期满',
  WITHDRAWN: '已撤销',
};

export const stepWord = (event: EventName): string => steps[event] ?? event;
export const ledgerStep = (event: string): string => steps[event as EventName] ?? event;
export const noticeState = (notice: PublicNotice): string => {
  const status = noticeStatusOn(notice, shanghaiDay(new Date()));
  return status === 'WITHDRAWN' ? `${states[status]}：${notice.withdrawReason ?? ''}` : states[status];
};
