import { Alert, Button } from 'antd';
import { createContext, useContext } from 'react';

/** Said above a form that goes on from what was typed before; the app gives the words. */
export const KeptWords = createContext({ restored: '', startAnew: '' });

export function KeptNotice({ onStartAnew }: { onStartAnew: () => void }) {
  const { restored, startAnew } = useContext(KeptWords);
  return (
    <Alert
      type="info"
      style={{ marginBottom: 12 }}
      title={restored}
      action={
        <Button size="small" onClick={onStartAnew}>
          {startAnew}
        </Button>
      }
    />
  );
}
