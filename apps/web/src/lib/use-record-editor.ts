import type { FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Saved } from './draft-keeper.js';
import { dropCopy, readCopy } from './local-copy.js';
import { useDraft } from './use-draft.js';

type Loaded<V> = Saved & { values: V };
type Options<V extends object> = {
  form: FormInstance;
  /** With the user's id it names what this browser keeps: two people at one computer do not meet. */
  kind: string;
  userId: string;
  schema: z.ZodType<V>;
  record: Loaded<V> | null;
  empty: V;
  save: (saved: Saved | null, values: V) => Promise<Saved>;
  load: (id: string) => Promise<Loaded<V>>;
  /** The address of a record that was just created. */
  pathOf: (id: string) => string;
  /** Instead of putting that address into the bar by itself: for a page whose own parts are addresses. */
  onCreated?: (saved: Saved) => void;
  automatic?: boolean;
};

/** A record's form that loses nothing: autosave, what this browser kept from last time, and two people writing at once. */
export function useRecordEditor<V extends object>(options: Options<V>) {
  const { form, record, empty, load } = options;
  const copyName = (id: string | null) => `${options.kind}.${id ?? 'new'}.${options.userId}`;
  const [copy, setCopy] = useState(() => readCopy<V>(copyName(record?.id ?? null)));
  const continues = copy !== null && copy.base === (record?.version ?? null);
  const [initial] = useState<V>(() => (continues && copy ? { ...empty, ...copy.values } : (record?.values ?? empty)));
  const [content, setContent] = useState<V>(initial);
  // A record may be made after its page was left: then the address is another page's.
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);
  const { keeper, state } = useDraft<V>({
    schema: options.schema,
    values: record?.values ?? empty,
    saved: record,
    copyName,
    save: options.save,
    automatic: options.automatic,
    // The address only: the form that is being typed into must not be mounted anew.
    onCreated: (saved) => {
      if (!isShown.current) return;
      if (options.onCreated) options.onCreated(saved);
      else window.history.replaceState(window.history.state, '', options.pathOf(saved.id));
    },
  });

  const put = (values: V) => {
    setContent(values);
    keeper.touch(values);
  };
  useEffect(() => {
    if (continues) keeper.touch(initial);
  }, [continues, initial, keeper]);

  const rebase = async (values: V | null) => {
    if (!keeper.saved) return;
    const { id, version, values: theirs } = await load(keeper.saved.id);
    keeper.rebase({ id, version }, theirs);
    if (!values) form.setFieldsValue(theirs);
    put(values ?? theirs);
  };
  return {
    keeper,
    state,
    initial,
    content,
    onValuesChange: () => put({ ...content, ...(form.getFieldsValue(true) as V) }),
    /** What this browser kept: already in the form (continues), or to be decided on. */
    copy: copy ? { at: copy.at, continues } : null,
    useCopy: () => {
      if (copy) {
        form.setFieldsValue(copy.values);
        put(copy.values);
      }
      setCopy(null);
    },
    dropCopy: () => {
      dropCopy(copyName(record?.id ?? null));
      if (continues) {
        form.setFieldsValue(record?.values ?? empty);
        put(record?.values ?? empty);
      }
      setCopy(null);
    },
    /** Somebody saved in between: take his, or put one's own over it. */
    takeTheirs: () => rebase(null),
    keepMine: () => rebase(content),
  };
}
