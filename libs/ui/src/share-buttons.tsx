import { LinkOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';

type Props = { copyText: string; copiedText: string; printText: string };

/** The page's address, and the page on paper. */
export function ShareButtons({ copyText, copiedText, printText }: Props) {
  const { message } = App.useApp();
  const copy = async () => {
    await copyToClipboard(window.location.origin + window.location.pathname);
    void message.success(copiedText);
  };
  return (
    <>
      <Button icon={<LinkOutlined />} onClick={() => void copy()}>
        {copyText}
      </Button>
      <Button icon={<PrinterOutlined />} className="wide-only" onClick={() => window.print()}>
        {printText}
      </Button>
    </>
  );
}

/** The clipboard API is missing on plain http, where many offices run such a site: then a selected field does it. */
async function copyToClipboard(text: string): Promise<void> {
  if (window.isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
