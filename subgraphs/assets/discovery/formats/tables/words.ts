/** What columns that many formats have are called, by letters and digits in lower case; the ones believed first come first. */
export const ID = ['id', 'number', 'reference'];
export const HOST = ['domain', 'website', 'url', 'fqdn', 'hostname', 'dnsname', 'address'];
export const VENDOR = ['vendor', 'vendorname', 'supplier', 'suppliername', 'provider', 'manufacturer', 'publisher'];
export const OWNER = ['owner', 'owneremail', 'businessowner', 'ownedby', 'responsible', 'accountable', 'contact'];
export const DEPARTMENT = ['department', 'dept', 'costcenter', 'costcentre', 'businessunit', 'division', 'team'];
export const CURRENCY = ['currency', 'currencycode', 'iso', 'transactioncurrency', 'ccy', 'cur'];
export const USER = ['user', 'username', 'useremail', 'userprincipalname', 'email', 'emailaddress', 'employee', 'login', 'actor'];
export const DEVICE = ['computername', 'devicename', 'computer', 'device', 'machine', 'endpoint', 'hostidentifier', 'serialnumber'];
export const USERS = ['users', 'usercount', 'totalusers', 'uniqueusers', 'numberofusers'];
export const CATEGORY = ['category', 'appcategory', 'subcategory'];
export const SEEN = ['observedat', 'lastseen', 'timestamp', 'datetime', 'time', 'date', 'lastvisit', 'lastvisittime', 'lastvisited', 'visittime', 'eventtime', 'loggedtime', 'lastactivity', 'lastused', 'lastaccessed', 'lastseendate']; // prettier-ignore
export const BYTES = ['bytes', 'totalbytes', 'uploadbytes', 'uploadedbytes', 'bytessent', 'requestsize', 'upload', 'traffic', 'totalsize'];
export const COUNTRY = ['country', 'countrycode', 'location'];
