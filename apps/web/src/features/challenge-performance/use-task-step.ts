import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { errorSentence } from '../../lib/sentences.js';
import { refreshTasks } from './tasks.api.js';

/** A step that a button takes by itself: what it says when it is done, and why it was refused. */
export function useTaskStep() {
  const { message } = App.useApp();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; done: string }) => run(),
    onSuccess: async (_result, { done }) => {
      void message.success(done);
      await refreshTasks();
    },
    onError: (error) => void message.error(errorSentence(error)),
  });
  return { take: (run: () => Promise<unknown>, done: string) => mutate({ run, done }), taking: isPending };
}
