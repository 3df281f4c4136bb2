/** 确认: the owner says that what is published still holds. */
export const freshness = {
  title: '确认信息仍然有效',
  explain: '{{name}}，请核对下面的内容。确认后公开页面显示今天的确认日期，记录中写明由您确认。',
  unit: '单位',
  published: '发布日期',
  confirmedOn: '最近确认',
  confirm: '确认仍然有效',
  confirmed: '已确认。',
  done: '已确认，日期 {{day}}。',
  else: '内容有变化或已失效？请登录后修改或撤回：',
  open: '打开这条信息',
  gone: '链接已失效',
  goneHint: '链接只能使用一次，60 天内有效；信息已撤回的也不能再确认。登录后可在页面上直接确认。',
  notice: {
    DUE: '已超过 90 天未确认，公开页面显示“待确认”。请核对内容后确认。',
    HIDDEN: '已超过 180 天未确认，不再出现在搜索结果和统计中。确认后立即恢复。',
  },
} as const;
