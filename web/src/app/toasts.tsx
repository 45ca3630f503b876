import { Toaster } from 'sonner';
import { useTheme } from './theme.ts';

export default function Toasts() {
  const { theme } = useTheme();
  return <Toaster theme={theme} position="bottom-right" mobileOffset={{ bottom: 76 }} closeButton />;
}
