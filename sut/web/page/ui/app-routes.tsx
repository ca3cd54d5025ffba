import { Navigate, Route, Routes } from 'react-router';
import { ChatPage } from './chat-page.tsx';
import { DocumentsPage } from './documents-page.tsx';
import { EntrancePage } from './entrance-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RequireSession } from './require-session.tsx';

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/" element={<Navigate to="/app" replace />} />
      <Route path="/login" element={<EntrancePage key="login" kind="login" />} />
      <Route path="/register" element={<EntrancePage key="register" kind="register" />} />
      <Route element={<RequireSession />}>
        <Route path="/app" element={<DocumentsPage />} />
        <Route path="/chat/:id" element={<ChatPage />} />
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
