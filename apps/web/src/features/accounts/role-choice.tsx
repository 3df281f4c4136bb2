import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '@jihui/domain';

type Props = { id?: string; value?: Role[]; onChange?: (roles: Role[]) => void; roles: readonly Role[]; label: string };

/** The roles that may be given, each with what it lets one do. */
export function RoleChoice({ id, value = [], onChange, roles, label }: Props) {
  const { t } = useTranslation(['accounts', 'codes']);
  return (
    <Checkbox.Group
      value={value}
      onChange={(chosen) => onChange?.(roles.filter((role) => chosen.includes(role)))}
      style={{ display: 'block' }}
    >
      <div id={id} role="group" aria-label={label} tabIndex={-1}>
        {roles.map((role) => (
          <div key={role} style={{ padding: '4px 0' }}>
            <Checkbox value={role}>
              {t(`codes:role.${role}`)}
              <span className="muted" style={{ display: 'block', fontSize: 13 }}>
                {t(`roleHint.${role}`)}
              </span>
            </Checkbox>
          </div>
        ))}
      </div>
    </Checkbox.Group>
  );
}
