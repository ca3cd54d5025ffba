import { useOnline } from './use-online.ts';

export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status">
      {online ? null : (
        <p className="banner warn">
          <strong>You are offline.</strong> Everything stays as it is and goes on when the network is back.
        </p>
      )}
    </div>
  );
}
