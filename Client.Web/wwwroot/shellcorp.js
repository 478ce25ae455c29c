// Runs before the first paint, so that a dark page doesn't flash white.
(() => {
  const root = document.documentElement;
  const cookie = document.cookie.match(/(?:^|; )theme=(dark|light)/);
  if (!cookie)
    root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

  let onVisibility = null;

  window.shellcorp = {
    theme: () => root.dataset.theme,
    setTheme: theme => {
      root.dataset.theme = theme;
      document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    },
    showModal: dialog => dialog?.showModal(),
    watch: page => {
      onVisibility = async () => {
        const hidden = document.hidden;
        await page.invokeMethodAsync('OnVisibility', hidden);
        root.dataset.live = hidden ? 'paused' : 'on';
      };
      document.addEventListener('visibilitychange', onVisibility);
      root.dataset.live = 'on';
      return Intl.DateTimeFormat().resolvedOptions().timeZone ?? null;
    },
    unwatch: () => {
      document.removeEventListener('visibilitychange', onVisibility);
      onVisibility = null;
    },
  };

  // A server that has been restarted doesn't know this page's circuit: only a new page helps.
  document.addEventListener('components-reconnect-state-changed', event => {
    if (event.detail?.state === 'rejected')
      location.reload();
  });
})();
