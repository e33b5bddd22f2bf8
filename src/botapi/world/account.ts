/** Accounts: people, and the bot itself. */
export interface Account {
  id: number;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
}

/** What @BotFather knows about the bot. */
export interface BotAccount extends Account {
  username: string;
  /** With privacy mode on (Telegram's default) the bot hears in groups only what is meant for it. */
  privacyMode: boolean;
  /** Topics in private chats, switched on with @BotFather. */
  privateTopics: boolean;
}

export function accountToWire(account: Account, isBot: boolean): Record<string, unknown> {
  return {
    id: account.id,
    is_bot: isBot,
    first_name: account.firstName,
    last_name: account.lastName,
    username: account.username,
    language_code: account.languageCode,
  };
}

/** The answer of getMe. */
export function botToWire(bot: BotAccount): Record<string, unknown> {
  return {
    ...accountToWire(bot, true),
    can_join_groups: true,
    can_read_all_group_messages: !bot.privacyMode,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: bot.privateTopics,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
  };
}
