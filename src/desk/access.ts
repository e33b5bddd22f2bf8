/** Who is heard: listed numeric ids, in private chats and in the groups that are listed too. All else gets silence. */
export interface Sender {
  userId: number | undefined;
  chat: { id: number; type: string };
}

export function isHeard(
  sender: Sender,
  allowed: { users: readonly number[]; chats: readonly number[] },
): boolean {
  const { userId, chat } = sender;
  if (userId === undefined || !allowed.users.includes(userId)) return false;
  return chat.type === "private" ? chat.id === userId : allowed.chats.includes(chat.id);
}
