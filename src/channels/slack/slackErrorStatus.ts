/**
 * What Slack's codes mean for a message, as HTTP statuses. From the lists of errors of chat.postMessage, chat.update,
 * chat.postEphemeral, views.open, conversations.open and files.completeUploadExternal on docs.slack.dev.
 */
const STATUSES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    // Our token is wrong or has too few rights: that can be mended, and the message is worth waiting for it.
    401: [
      ...['not_authed', 'invalid_auth', 'token_revoked', 'token_expired', 'account_inactive', 'missing_scope'],
      ...['no_permission', 'not_allowed_token_type', 'org_login_required', 'two_factor_setup_required'],
      // So may this, by whoever looks after the app or the workspace.
      ...['messages_tab_disabled', 'access_denied', 'ekm_access_denied', 'team_access_not_granted'],
    ],
    // Not here, and not to them.
    403: [
      ...['not_in_channel', 'user_not_in_channel', 'is_archived', 'cannot_dm_bot', 'user_disabled', 'user_not_visible'],
      ...['accesslimited', 'enterprise_is_restricted', 'is_bot'],
      ...['posting_to_channel_denied', 'method_not_supported'],
      ...['method_not_supported_for_channel_type', 'file_uploads_disabled', 'file_uploads_except_images_disabled'],
      ...['file_upload_size_restricted', 'file_type_not_allowed', 'storage_limit_reached'],
    ],
    // Gone, or as good as gone.
    404: [
      ...['channel_not_found', 'message_not_found', 'cant_update_message', 'edit_window_closed', 'user_not_found'],
      ...['users_not_found', 'thread_not_found', 'invalid_thread_ts', 'cannot_reply_to_message'],
      ...['file_not_found', 'view_not_found', 'not_found', 'expired_url'],
      ...['used_url', 'expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired', 'trigger_exchanged'],
    ],
    413: ['msg_too_long', 'msg_blocks_too_long', 'view_too_large', 'file_too_large', 'request_too_large'],
    // As it is written, it will never be taken.
    400: [
      ...['no_text', 'missing_argument', 'missing_post_type', 'too_many_attachments', 'too_many_members'],
      ...['metadata_too_large', 'metadata_must_be_sent_from_app', 'unknown_method'],
      ...['blocked_file_type', 'markdown_text_conflict', 'block_mismatch', 'unknown_snippet_type'],
    ],
    429: ['ratelimited', 'rate_limited', 'message_limit_exceeded'],
    // Slack says of these that some of it may have been done.
    503: ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'],
  }).flatMap(([status, codes]) => codes.map((code): [string, number] => [code, Number(status)])),
);

/**
 * For a code that nobody here knows: Slack has refused, so nothing was posted, but perhaps it is for a while only. As
 * `bots/outcomeOfFault` reads it, the message is tried again for as long as its kind is, and not lost at once.
 */
const UNKNOWN = 409;

/** What a code of Slack's means, as an HTTP status. */
export function slackErrorStatus(code: string): number {
  const known = STATUSES.get(code);
  if (known !== undefined) return known;
  if (code.startsWith('restricted_action')) return 403;
  return code.startsWith('invalid_') ? 400 : UNKNOWN;
}
