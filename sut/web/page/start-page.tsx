import './no-eval.ts';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { readConfig, readRawConfig } from './config.ts';
import type { PageParts } from './parts.ts';
import { createServices } from './services.ts';
import { AppRoutes } from './ui/app-routes.tsx';
import { ServicesContext } from './ui/services-context.ts';
import './styles/index.css';

/** Starts the page with these parts, in the element `root`. */
export function startPage(parts: PageParts): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('Failed to start the page: there is no element with the id "root".');
  const services = createServices(parts, readConfig(readRawConfig(), location.origin));
  createRoot(root).render(
    <ServicesContext value={services}>
      <BrowserRouter>
        <AppRoutes />
      </BrowserRouter>
    </ServicesContext>,
  );
}
