/** What the article says exactly: labels on screen, messages, addresses, names of records and files, numbers. */
export const LYNC_FACTS: readonly string[] = [
  // The article itself
  'KB2423848',
  '38.0',
  '2013-05-31',
  'Lync 2010',
  'Lync 2013',
  'Lync for Windows Store app',
  'Lync for Mac 2011',
  'Lync Online',
  'Microsoft Office 365 for enterprises',
  'small businesses',
  'education (pre-upgrade)',
  // Symptoms
  'Join Online Meeting',
  'Internet Explorer',
  'Page not found',
  'Page cannot be displayed',
  'Error: Meeting URL is not valid.',
  'reference ID 43 (source ID 241)',
  'File Open',
  // Client
  'Windows Update',
  'optional hardware updates',
  'Office 365 Desktop Setup Tool',
  'Microsoft Office 365 portal',
  'Windows Certificate Manager',
  '**Start**',
  '**Run**',
  '`certmgr.msc`',
  '**OK**',
  '**Personal**',
  '**Certificates**',
  '**IssuedBy**',
  '`Communications Server`',
  'Windows Credential Manager',
  '**Control Panel**',
  '**Credential Manager**',
  '**Remove from Vault**',
  'anonymous join',
  // Network
  'Lync Online Transport Reliability IP Probe (TRIPP)',
  'How to verify that all network requirements for Lync Online are met',
  'KB 2409256',
  'http://support.microsoft.com/kb/2409256#VerifyNetworkRequirements',
  'an on-premises firewall blocks the connection',
  'KB 2566790',
  'http://support.microsoft.com/kb/2566790/',
  'Troubleshooting Lync Online DNS configuration issues in Office 365',
  '`_sip._tls.<domain>`',
  '`_sipfederationtls._tcp.<domain>`',
  // File association
  '`.ocsmeet`',
  '**Default Programs**',
  '**Associate a file type or protocol with a program**',
  '**Microsoft Lync 2010**',
  '**Current Default**',
  'from the Office 365 portal',
  // Identity
  'user name (alias)',
  'same Office 365 organization',
  'corrupts the conference',
  // Federation
  'External Communications',
  'completely open',
  '**Allow** list',
  'Lync or OCS',
  'Lync Attendee',
  'ACP access number',
  'Configuring Federation support for a Lync Online customer',
  'DNS SRV record',
  'KB 2693625',
  'http://support.microsoft.com/kb/2693625/',
  'External users can’t join Lync Online conferences anonymously or as guests',
  // Web app
  'Lync Web App',
  'Voice over IP (VoIP)',
  'only view',
  'Join URL',
  'don’t press Enter yet',
  '`?sl=1`',
  '**Enter**',
  'Silverlight',
  // More help
  'Office 365 Community',
  'http://community.office365.com/',
  // Beside the article
  '2021-07-31',
  'meet.lync.com',
  'sipdir.online.lync.com',
  'sipfed.online.lync.com',
  '24 hours',
];

/** The guides, step by step in the order of the article: `guide/step audience risk condition substeps`. */
export const LYNC_STEPS = `
client/windows-update              user  none        -                              2
client/desktop-setup               user  none        -                              1
client/reinstall                   user  destructive -                              2
client/certificate                 user  destructive -                              5
client/sign-in-check               user  none        -                              0
client/credentials                 user  destructive sign-in-check=cannot-sign-in   4
network/connected                  user  none        -                              1
network/tripp                      user  none        -                              0
network/dns-records                admin none        -                              3
file-association/default-program   user  none        -                              3
file-association/reinstall         user  destructive -                              2
identity/rename-user               admin none        -                              0
federation/join-kind               user  none        -                              2
federation/external-communications admin none        join-kind=authenticated        2
federation/other-organization      admin none        join-kind=authenticated        0
federation/federation-setup        admin none        join-kind=authenticated        0
federation/anonymous-srv-record    admin none        join-kind=anonymous            0
federation/confirm-dns             admin none        join-kind=anonymous            0
web-app/copy-link                  user  none        -                              0
web-app/add-query                  user  none        -                              0
`;
