/**
 * What a symptom and the answers lead to, written out from the article's two tables.
 * `symptom | users location computers | state | categories | guides | conflict: symptom's / table's categories`.
 */
export const SYMPTOM_TABLE = `
ie-error            | single   inside  single   | complete      | network-connectivity client-issue | network client | network-connectivity / client-issue
ie-error            | single   inside  multiple | complete      | network-connectivity user-identity-issue provisioning-issue | network identity | network-connectivity / user-identity-issue provisioning-issue
ie-error            | single   outside single   | complete      | network-connectivity client-issue | network client | network-connectivity / client-issue
ie-error            | single   outside multiple | complete      | network-connectivity lync-federation-issue external-network-issue | network federation | -
ie-error            | single   both    single   | contradiction | network-connectivity | network | -
ie-error            | single   both    multiple | contradiction | network-connectivity | network | -
ie-error            | multiple inside  single   | complete      | network-connectivity client-issue | network client | network-connectivity / client-issue
ie-error            | multiple inside  multiple | complete      | network-connectivity network-issue service-outage | network | -
ie-error            | multiple outside single   | complete      | network-connectivity client-issue | network client | network-connectivity / client-issue
ie-error            | multiple outside multiple | complete      | network-connectivity lync-federation-issue external-network-issue | network federation | -
ie-error            | multiple both    single   | complete      | network-connectivity client-issue | network client | network-connectivity / client-issue
ie-error            | multiple both    multiple | complete      | network-connectivity service-outage network-issue | network | -
client-freezes      | single   inside  single   | complete      | client-issue | client | -
client-freezes      | single   inside  multiple | complete      | client-issue user-identity-issue provisioning-issue | client identity | client-issue / user-identity-issue provisioning-issue
client-freezes      | single   outside single   | complete      | client-issue | client | -
client-freezes      | single   outside multiple | complete      | client-issue lync-federation-issue external-network-issue | client federation network | client-issue / lync-federation-issue external-network-issue
client-freezes      | single   both    single   | contradiction | client-issue | client | -
client-freezes      | single   both    multiple | contradiction | client-issue | client | -
client-freezes      | multiple inside  single   | complete      | client-issue | client | -
client-freezes      | multiple inside  multiple | complete      | client-issue network-issue service-outage | client network | client-issue / network-issue service-outage
client-freezes      | multiple outside single   | complete      | client-issue | client | -
client-freezes      | multiple outside multiple | complete      | client-issue lync-federation-issue external-network-issue | client federation network | client-issue / lync-federation-issue external-network-issue
client-freezes      | multiple both    single   | complete      | client-issue | client | -
client-freezes      | multiple both    multiple | complete      | client-issue service-outage network-issue | client network | client-issue / service-outage network-issue
security-warning    | single   inside  single   | complete      | client-issue | client | -
security-warning    | single   inside  multiple | complete      | client-issue user-identity-issue provisioning-issue | client identity | client-issue / user-identity-issue provisioning-issue
security-warning    | single   outside single   | complete      | client-issue | client | -
security-warning    | single   outside multiple | complete      | client-issue lync-federation-issue external-network-issue | client federation network | client-issue / lync-federation-issue external-network-issue
security-warning    | single   both    single   | contradiction | client-issue | client | -
security-warning    | single   both    multiple | contradiction | client-issue | client | -
security-warning    | multiple inside  single   | complete      | client-issue | client | -
security-warning    | multiple inside  multiple | complete      | client-issue network-issue service-outage | client network | client-issue / network-issue service-outage
security-warning    | multiple outside single   | complete      | client-issue | client | -
security-warning    | multiple outside multiple | complete      | client-issue lync-federation-issue external-network-issue | client federation network | client-issue / lync-federation-issue external-network-issue
security-warning    | multiple both    single   | complete      | client-issue | client | -
security-warning    | multiple both    multiple | complete      | client-issue service-outage network-issue | client network | client-issue / service-outage network-issue
url-not-valid       | single   inside  single   | complete      | user-identity-issue provisioning-issue client-issue | identity client | user-identity-issue provisioning-issue / client-issue
url-not-valid       | single   inside  multiple | complete      | user-identity-issue provisioning-issue | identity | -
url-not-valid       | single   outside single   | complete      | user-identity-issue provisioning-issue client-issue | identity client | user-identity-issue provisioning-issue / client-issue
url-not-valid       | single   outside multiple | complete      | user-identity-issue provisioning-issue lync-federation-issue external-network-issue | identity federation network | user-identity-issue provisioning-issue / lync-federation-issue external-network-issue
url-not-valid       | single   both    single   | contradiction | user-identity-issue provisioning-issue | identity | -
url-not-valid       | single   both    multiple | contradiction | user-identity-issue provisioning-issue | identity | -
url-not-valid       | multiple inside  single   | complete      | user-identity-issue provisioning-issue client-issue | identity client | user-identity-issue provisioning-issue / client-issue
url-not-valid       | multiple inside  multiple | complete      | user-identity-issue provisioning-issue network-issue service-outage | identity network | user-identity-issue provisioning-issue / network-issue service-outage
url-not-valid       | multiple outside single   | complete      | user-identity-issue provisioning-issue client-issue | identity client | user-identity-issue provisioning-issue / client-issue
url-not-valid       | multiple outside multiple | complete      | user-identity-issue provisioning-issue lync-federation-issue external-network-issue | identity federation network | user-identity-issue provisioning-issue / lync-federation-issue external-network-issue
url-not-valid       | multiple both    single   | complete      | user-identity-issue provisioning-issue client-issue | identity client | user-identity-issue provisioning-issue / client-issue
url-not-valid       | multiple both    multiple | complete      | user-identity-issue provisioning-issue service-outage network-issue | identity network | user-identity-issue provisioning-issue / service-outage network-issue
federation-error-43 | single   inside  single   | complete      | lync-federation-issue client-issue | federation client | lync-federation-issue / client-issue
federation-error-43 | single   inside  multiple | complete      | lync-federation-issue user-identity-issue provisioning-issue | federation identity | lync-federation-issue / user-identity-issue provisioning-issue
federation-error-43 | single   outside single   | complete      | lync-federation-issue client-issue | federation client | lync-federation-issue / client-issue
federation-error-43 | single   outside multiple | complete      | lync-federation-issue external-network-issue | federation network | -
federation-error-43 | single   both    single   | contradiction | lync-federation-issue | federation | -
federation-error-43 | single   both    multiple | contradiction | lync-federation-issue | federation | -
federation-error-43 | multiple inside  single   | complete      | lync-federation-issue client-issue | federation client | lync-federation-issue / client-issue
federation-error-43 | multiple inside  multiple | complete      | lync-federation-issue network-issue service-outage | federation network | lync-federation-issue / network-issue service-outage
federation-error-43 | multiple outside single   | complete      | lync-federation-issue client-issue | federation client | lync-federation-issue / client-issue
federation-error-43 | multiple outside multiple | complete      | lync-federation-issue external-network-issue | federation network | -
federation-error-43 | multiple both    single   | complete      | lync-federation-issue client-issue | federation client | lync-federation-issue / client-issue
federation-error-43 | multiple both    multiple | complete      | lync-federation-issue service-outage network-issue | federation network | lync-federation-issue / service-outage network-issue
file-open-dialog    | single   inside  single   | complete      | incorrect-file-association client-issue | file-association client | incorrect-file-association / client-issue
file-open-dialog    | single   inside  multiple | complete      | incorrect-file-association user-identity-issue provisioning-issue | file-association identity | incorrect-file-association / user-identity-issue provisioning-issue
file-open-dialog    | single   outside single   | complete      | incorrect-file-association client-issue | file-association client | incorrect-file-association / client-issue
file-open-dialog    | single   outside multiple | complete      | incorrect-file-association lync-federation-issue external-network-issue | file-association federation network | incorrect-file-association / lync-federation-issue external-network-issue
file-open-dialog    | single   both    single   | contradiction | incorrect-file-association | file-association | -
file-open-dialog    | single   both    multiple | contradiction | incorrect-file-association | file-association | -
file-open-dialog    | multiple inside  single   | complete      | incorrect-file-association client-issue | file-association client | incorrect-file-association / client-issue
file-open-dialog    | multiple inside  multiple | complete      | incorrect-file-association network-issue service-outage | file-association network | incorrect-file-association / network-issue service-outage
file-open-dialog    | multiple outside single   | complete      | incorrect-file-association client-issue | file-association client | incorrect-file-association / client-issue
file-open-dialog    | multiple outside multiple | complete      | incorrect-file-association lync-federation-issue external-network-issue | file-association federation network | incorrect-file-association / lync-federation-issue external-network-issue
file-open-dialog    | multiple both    single   | complete      | incorrect-file-association client-issue | file-association client | incorrect-file-association / client-issue
file-open-dialog    | multiple both    multiple | complete      | incorrect-file-association service-outage network-issue | file-association network | incorrect-file-association / service-outage network-issue
still-cannot-join   | single   inside  single   | complete      | not-applicable client-issue | web-app client | -
still-cannot-join   | single   inside  multiple | complete      | not-applicable user-identity-issue provisioning-issue | web-app identity | -
still-cannot-join   | single   outside single   | complete      | not-applicable client-issue | web-app client | -
still-cannot-join   | single   outside multiple | complete      | not-applicable lync-federation-issue external-network-issue | web-app federation network | -
still-cannot-join   | single   both    single   | contradiction | not-applicable | web-app | -
still-cannot-join   | single   both    multiple | contradiction | not-applicable | web-app | -
still-cannot-join   | multiple inside  single   | complete      | not-applicable client-issue | web-app client | -
still-cannot-join   | multiple inside  multiple | complete      | not-applicable network-issue service-outage | web-app network | -
still-cannot-join   | multiple outside single   | complete      | not-applicable client-issue | web-app client | -
still-cannot-join   | multiple outside multiple | complete      | not-applicable lync-federation-issue external-network-issue | web-app federation network | -
still-cannot-join   | multiple both    single   | complete      | not-applicable client-issue | web-app client | -
still-cannot-join   | multiple both    multiple | complete      | not-applicable service-outage network-issue | web-app network | -
ie-error            | -        -       -        | complete      | network-connectivity | network | -
ie-error            | single   unknown -        | complete      | network-connectivity | network | -
ie-error            | unknown  unknown unknown  | complete      | network-connectivity | network | -
ie-error            | multiple inside  unknown  | complete      | network-connectivity | network | -
ie-error            | multiple -       multiple | complete      | network-connectivity | network | -
ie-error            | unknown  both    single   | complete      | network-connectivity | network | -
ie-error            | single   both    unknown  | contradiction | network-connectivity | network | -
ie-error            | -        outside multiple | complete      | network-connectivity | network | -
client-freezes      | -        -       -        | complete      | client-issue | client | -
client-freezes      | single   unknown -        | complete      | client-issue | client | -
client-freezes      | unknown  unknown unknown  | complete      | client-issue | client | -
client-freezes      | multiple inside  unknown  | complete      | client-issue | client | -
client-freezes      | multiple -       multiple | complete      | client-issue | client | -
client-freezes      | unknown  both    single   | complete      | client-issue | client | -
client-freezes      | single   both    unknown  | contradiction | client-issue | client | -
client-freezes      | -        outside multiple | complete      | client-issue | client | -
security-warning    | -        -       -        | complete      | client-issue | client | -
security-warning    | single   unknown -        | complete      | client-issue | client | -
security-warning    | unknown  unknown unknown  | complete      | client-issue | client | -
security-warning    | multiple inside  unknown  | complete      | client-issue | client | -
security-warning    | multiple -       multiple | complete      | client-issue | client | -
security-warning    | unknown  both    single   | complete      | client-issue | client | -
security-warning    | single   both    unknown  | contradiction | client-issue | client | -
security-warning    | -        outside multiple | complete      | client-issue | client | -
url-not-valid       | -        -       -        | complete      | user-identity-issue provisioning-issue | identity | -
url-not-valid       | single   unknown -        | complete      | user-identity-issue provisioning-issue | identity | -
url-not-valid       | unknown  unknown unknown  | complete      | user-identity-issue provisioning-issue | identity | -
url-not-valid       | multiple inside  unknown  | complete      | user-identity-issue provisioning-issue | identity | -
url-not-valid       | multiple -       multiple | complete      | user-identity-issue provisioning-issue | identity | -
url-not-valid       | unknown  both    single   | complete      | user-identity-issue provisioning-issue | identity | -
url-not-valid       | single   both    unknown  | contradiction | user-identity-issue provisioning-issue | identity | -
url-not-valid       | -        outside multiple | complete      | user-identity-issue provisioning-issue | identity | -
federation-error-43 | -        -       -        | complete      | lync-federation-issue | federation | -
federation-error-43 | single   unknown -        | complete      | lync-federation-issue | federation | -
federation-error-43 | unknown  unknown unknown  | complete      | lync-federation-issue | federation | -
federation-error-43 | multiple inside  unknown  | complete      | lync-federation-issue | federation | -
federation-error-43 | multiple -       multiple | complete      | lync-federation-issue | federation | -
federation-error-43 | unknown  both    single   | complete      | lync-federation-issue | federation | -
federation-error-43 | single   both    unknown  | contradiction | lync-federation-issue | federation | -
federation-error-43 | -        outside multiple | complete      | lync-federation-issue | federation | -
file-open-dialog    | -        -       -        | complete      | incorrect-file-association | file-association | -
file-open-dialog    | single   unknown -        | complete      | incorrect-file-association | file-association | -
file-open-dialog    | unknown  unknown unknown  | complete      | incorrect-file-association | file-association | -
file-open-dialog    | multiple inside  unknown  | complete      | incorrect-file-association | file-association | -
file-open-dialog    | multiple -       multiple | complete      | incorrect-file-association | file-association | -
file-open-dialog    | unknown  both    single   | complete      | incorrect-file-association | file-association | -
file-open-dialog    | single   both    unknown  | contradiction | incorrect-file-association | file-association | -
file-open-dialog    | -        outside multiple | complete      | incorrect-file-association | file-association | -
still-cannot-join   | -        -       -        | complete      | not-applicable | web-app | -
still-cannot-join   | single   unknown -        | complete      | not-applicable | web-app | -
still-cannot-join   | unknown  unknown unknown  | complete      | not-applicable | web-app | -
still-cannot-join   | multiple inside  unknown  | complete      | not-applicable | web-app | -
still-cannot-join   | multiple -       multiple | complete      | not-applicable | web-app | -
still-cannot-join   | unknown  both    single   | complete      | not-applicable | web-app | -
still-cannot-join   | single   both    unknown  | contradiction | not-applicable | web-app | -
still-cannot-join   | -        outside multiple | complete      | not-applicable | web-app | -
`;
