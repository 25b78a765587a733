// A new message is announced, also when no page is open; a tap opens it.

export function announce({ title, body, path, lang }) {
  return self.registration.showNotification(title, {
    body,
    lang,
    icon: self.BUILD.icon,
    tag: path, // a second time it takes the place of the first
    data: path,
  });
}

// A page that shows it already comes to the front; what somebody types on another page stays.
export async function openMessage(notification) {
  notification.close();
  const { href, origin } = new URL(notification.data, location.origin);
  if (origin !== location.origin) return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = pages.find(({ url }) => url === href);
  await (there ? there.focus() : self.clients.openWindow(href));
}
