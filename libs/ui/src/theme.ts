import type { ThemeConfig } from 'antd';

const fontFamily = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** The one theme: ink blue, neutral greys, green/amber/red for state only. Contrast of every text colour on white is at least 4.5. */
export const theme: ThemeConfig = {
  cssVar: { key: 'jihui' },
  token: {
    colorPrimary: '#1d4e89',
    colorLink: '#1d4e89',
    colorInfo: '#1d4e89',
    // Derived from so dark a blue these would be a muddy grey.
    colorPrimaryBg: '#e8eef6',
    colorPrimaryBgHover: '#dbe5f1',
    colorInfoBg: '#eef3f9',
    colorInfoBorder: '#c3d3e6',
    colorSuccessBg: '#edf6f0',
    colorSuccessBorder: '#b5d8c2',
    colorWarningBg: '#fdf6e7',
    colorWarningBorder: '#e6cd94',
    colorErrorBg: '#fdf1ef',
    colorErrorBorder: '#ecc1bb',
    colorSuccess: '#2b7a4b',
    colorWarning: '#9a6200',
    colorError: '#b42318',
    colorTextBase: '#1c2430',
    colorTextSecondary: '#4b5565',
    colorTextTertiary: '#5c6675',
    colorTextDescription: '#4b5565',
    colorTextPlaceholder: '#697386',
    colorBgLayout: '#f6f7f9',
    colorBorderSecondary: '#e6e9ee',
    borderRadius: 5,
    fontSize: 14,
    lineHeight: 1.6,
    fontFamily,
    wireframe: false,
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f6f7f9', headerHeight: 56, headerPadding: '0 24px' },
    Table: { cellPaddingBlock: 9, cellPaddingInline: 12, headerBg: '#f3f5f8', headerColor: '#3a4454' },
    Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
    Menu: { itemHeight: 38, itemBorderRadius: 5 },
    Descriptions: { itemPaddingBottom: 10 },
  },
};
