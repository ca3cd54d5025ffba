/**
 * Runs in the page before its own scripts: its configuration then names another api, as VITE_API_URL does
 * where a page is served from another origin.
 */
export function pointPageAt(apiUrl: string): void {
  const watch = new MutationObserver(() => {
    const config = document.getElementById('holdfast-config');
    if (config === null) return;
    watch.disconnect();
    config.textContent = JSON.stringify({ ...JSON.parse(config.textContent ?? '{}'), apiUrl });
  });
  watch.observe(document, { childList: true, subtree: true });
}
